import type { Place } from "../model/index.js";
import type { ComplaintKind } from "./complaint-words.js";
import type { Complaint } from "./complaint.js";

export function complain(
  kind: ComplaintKind,
  place: Place,
  path = "",
  data: Readonly<Record<string, string>> = {},
  more: { readonly nearest?: string | null; readonly related?: Place } = {},
): Complaint {
  return { kind, place, path, data, nearest: more.nearest ?? null, related: more.related ?? null };
}

/** A value as a complaint quotes it: one line, not too long, without control characters. */
export function quote(value: string): string {
  const line = value.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
