import type { AuditModel, FindingFact, PolicyText } from "../../../model/index.js";
import { foreignParties, within, type Foreign } from "./recipients.js";
import { affirmed, alsoAt, atClause, denied, type Said } from "./text.js";

interface Parameters {
  /** Statement of the law that lists the states of the EEA. */
  readonly states: string;
}

/** "Servers in this country" against stores and first hops elsewhere. */
export function* storedElsewhere(text: PolicyText, model: AuditModel, { states }: Parameters): Iterable<FindingFact> {
  const claims = affirmed(text, "location");
  const [claim] = claims;
  if (!claim) return;
  const eea = new Set([model.catalog.law.get(states)?.value ?? []].flat());
  const inside = (country: string | null): boolean =>
    country === null || country === "ZZ" || claims.some(({ value }) => within(value, country, eea));
  yield* storesOf(text, claim, model, inside);
  yield* firstHops(text, claim, model, inside);
}

function* storesOf(
  text: PolicyText,
  claim: Said,
  { map, inventory }: AuditModel,
  inside: (country: string | null) => boolean,
): Iterable<FindingFact> {
  for (const [id, { country, place, path }] of map.stores) {
    if (inside(country)) continue;
    const data = { problem: "store", store: id, country };
    yield atClause(text, claim, { subject: path, data, related: [{ place, role: "entry" }] });
  }
  for (const { id, country, evidence } of inventory.stores) {
    if (inside(country)) continue;
    const data = { problem: "store", store: id, country: country! };
    yield atClause(text, claim, { subject: `store:${id}`, data, related: alsoAt(evidence.map(({ place }) => place)) });
  }
}

/** Trackers and messengers abroad keep what they are given there. A text that tells of the transfer has said so. */
function* firstHops(
  text: PolicyText,
  claim: Said,
  model: AuditModel,
  inside: (country: string | null) => boolean,
): Iterable<FindingFact> {
  if (affirmed(text, "transfer").length > 0) return;
  const foreign = foreignParties(text, model).filter(({ country }) => !inside(country));
  if (foreign.length === 0) return;
  yield atClause(text, claim, { subject: "first-hop", ...told(foreign, "first-hop", claim) });
}

/** "Data do not leave the country" against recipients abroad. */
export function* transferDenied(text: PolicyText, model: AuditModel): Iterable<FindingFact> {
  const [claim] = denied(text, "transfer");
  const foreign = claim ? foreignParties(text, model) : [];
  if (!claim || foreign.length === 0) return;
  yield atClause(text, claim, { subject: "transfer-denied", ...told(foreign, "transfer", claim) });
}

function told(
  foreign: readonly Foreign[],
  problem: string,
  claim: Said,
): Pick<FindingFact, "data" | "related"> & { others: Said[] } {
  const others = foreign.flatMap(({ named }) => named ?? []).filter(({ clause }) => clause !== claim.clause);
  const clauses = [...new Set(others.map(({ clause }) => clause.number))];
  return {
    others: others.filter(({ clause }, index) => others.findIndex((one) => one.clause === clause) === index),
    data: {
      problem: clauses.length > 0 ? `${problem}-named` : problem,
      recipient: foreign.map(({ id }) => id),
      countries: [...new Set(foreign.map(({ country }) => country))].sort(),
      other: clauses,
    },
    related: alsoAt(foreign.map(({ party }) => party?.place)),
  };
}
