import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { ParameterReference, RecordReference } from "../../model/index.js";
import type { Range } from "../source-text.js";

/** A value's source while it is being traced: an origin fact in offsets. */
export interface Origin {
  readonly names: readonly string[];
  readonly at: Range;
  readonly steps: readonly Range[];
  readonly record?: RecordReference;
  readonly parameter?: ParameterReference & { readonly of: TSESTree.Node };
}

/** What is asked of an expression: the whole of its value, or what stands at a path within it. */
export interface Want {
  /** Member names from the value inwards; an element of a list that is taken apart is written `[0]`. */
  readonly path: readonly string[];
  /** The token that names the innermost member asked for. */
  readonly at: Range | null;
  readonly select?: readonly string[];
  readonly omit?: readonly string[];
}

export const WHOLE: Want = { path: [], at: null };

/** Null: the expression's value is unknown. Empty: it is known to hold nothing that could be traced. */
export type Found = readonly Origin[] | null;

export function union(found: readonly Found[]): readonly Origin[] {
  const all = new Map<string, Origin>();
  for (const origin of found.flatMap((one) => one ?? [])) {
    const key = `${origin.at.join(":")} ${origin.names.join(".")} ${origin.record?.name ?? ""}`;
    if (!all.has(key)) all.set(key, origin);
  }
  return [...all.values()];
}

export function withStep(found: Found, step: Range): Found {
  return found && found.map((origin) => ({ ...origin, steps: [...origin.steps, step] }));
}

export function membersOnly(path: readonly string[]): string[] {
  return path.filter((segment) => !segment.startsWith("["));
}

/** What the request leaves of a record: only where the record as a whole is meant. */
export function narrowing({ path, select, omit }: Want): Pick<RecordReference, "select" | "omit"> {
  if (membersOnly(path).length > 0) return {};
  return { ...(select && { select }), ...(omit && { omit }) };
}

/** A step inwards. */
export function into(name: string, at: Range, want: Want): Want {
  return { ...want, path: [name, ...want.path], at: want.at ?? at };
}
