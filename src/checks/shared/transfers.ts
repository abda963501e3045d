import type { AuditModel, Recipient } from "../../model/index.js";
import { isAnswered } from "./answers.js";
import { lawInForce } from "./law.js";

/** Country code of a draft that does not know the country. */
export const UNKNOWN_COUNTRY = "ZZ";

/** A recipient abroad that gets personal data; `categories: []` says that it gets none. */
export function foreignRecipients(model: AuditModel, home: string): [string, Recipient][] {
  return [...model.map.recipients].filter(
    ([, { country, categories }]) => country !== home && country !== UNKNOWN_COUNTRY && categories?.length !== 0,
  );
}

/** What the regulator was told of transfers to a country, and what it answered. */
export function transferFiling(
  { map }: AuditModel,
  { country, crossBorder }: Pick<Recipient, "country" | "crossBorder">,
): "none" | "filed" | "allowed" | "restricted" | "banned" {
  const filing = map.controller.art12.find((one) => one.country === country);
  if (filing) return filing.status;
  return isAnswered(crossBorder?.filing ?? null) ? "filed" : "none";
}

/** Countries that statements of the law list. */
export function countriesOf(model: AuditModel, laws: readonly string[]): ReadonlySet<unknown> {
  return new Set(laws.flatMap((id) => [lawInForce(model, id)?.value ?? []].flat()));
}
