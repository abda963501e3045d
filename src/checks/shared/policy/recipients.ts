import { compareText, type AuditModel, type FindingFact, type PolicyText } from "../../../model/index.js";
import { affirmed, alsoAt, denied, placeOf, said, startOf, type Said } from "./text.js";
import { namedBy, thirdParties, isNameable, type ThirdParty } from "./third-parties.js";

/** Third parties of code and map that the policy neither names nor tells by their class. */
export function* undisclosedRecipients(text: PolicyText, model: AuditModel): Iterable<FindingFact> {
  const list = affirmed(text, "recipient")[0];
  for (const party of thirdParties(model)) {
    if (namedBy(text, party).length > 0) continue;
    yield {
      subject: `recipient:${party.id}`,
      place: party.place,
      clauses: list ? [list.clause.number] : [],
      data: { problem: "recipient", recipient: party.id, country: party.country ?? "?" },
      related: [{ place: list ? placeOf(text, list) : startOf(text), role: "policy" }],
    };
  }
}

/** Countries in which a text may say that data stay, beside the one it names. */
export function within(stated: string, country: string, eea: ReadonlySet<unknown>): boolean {
  return stated === country || (stated === "EEA" && eea.has(country));
}

/** A recipient abroad, with what the policy says of it, if it does. */
export interface Foreign {
  readonly id: string;
  readonly country: string;
  readonly party: ThirdParty | null;
  readonly named: Said | null;
}

/** Recipients abroad: those of code and map, and those that the text alone names. */
export function foreignParties(text: PolicyText, model: AuditModel): Foreign[] {
  const home = model.map.controller.country;
  const used = thirdParties(model);
  const found = new Map<string, Foreign>();
  for (const party of used) {
    if (party.country === null || party.country === home || party.country === "ZZ") continue;
    found.set(party.id, { id: party.id, country: party.country, party, named: namedBy(text, party)[0] ?? null });
  }
  // What the text alone names counts only where nothing else is known: it may have been given up since.
  for (const one of found.size > 0 ? [] : affirmed(text, "recipient")) {
    const country = model.catalog.recipients.get(one.value)?.country ?? null;
    if (found.has(one.value) || country === null || country === home || !isNameable(one.value)) continue;
    if (used.some(({ id }) => id === one.value)) continue;
    found.set(one.value, { id: one.value, country, party: null, named: one });
  }
  return [...found.values()].sort((a, b) => compareText(a.id, b.id));
}

/** Data go abroad, and no clause says so. */
export function* undisclosedTransfer(text: PolicyText, model: AuditModel): Iterable<FindingFact> {
  // A text that speaks of it, if only to deny it, is judged by what it says.
  if (said(text, "transfer").length > 0) return;
  const foreign = foreignParties(text, model);
  const [first] = foreign;
  if (!first) return;
  const located = affirmed(text, "location")[0] ?? null;
  const named = foreign.find((one) => one.named !== null)?.named ?? null;
  const at = located ?? named;
  yield {
    subject: "transfer",
    place: at ? placeOf(text, at) : startOf(text),
    clauses: at ? [at.clause.number] : [],
    data: {
      problem: "transfer",
      recipient: foreign.map(({ id }) => id),
      countries: [...new Set(foreign.map(({ country }) => country))].sort(),
    },
    related: [
      ...alsoAt(
        foreign.map(({ named: one }) => (one ? placeOf(text, one) : null)),
        "policy",
      ).slice(0, 2),
      ...alsoAt(foreign.map(({ party }) => party?.place)),
    ],
  };
}

/** Nothing is passed on, says the text. */
export function* deniedRecipients(text: PolicyText, model: AuditModel): Iterable<FindingFact> {
  const [claim] = denied(text, "recipient-class", "third-parties");
  if (!claim) return;
  const parties = thirdParties(model).filter(({ inCode }) => inCode);
  if (parties.length === 0) return;
  yield {
    subject: "recipients",
    place: placeOf(text, claim),
    clauses: [claim.clause.number],
    data: {
      problem: "third-parties",
      clause: claim.clause.number,
      quote: claim.quote,
      recipient: parties.map(({ id }) => id),
    },
    related: alsoAt(parties.map(({ place }) => place)),
  };
}
