import type { AuditModel, FindingFact, PolicyText } from "../../../model/index.js";
import { seenAt, usedRecipients } from "../used-recipients.js";
import { collectedTypes, refusal } from "./data.js";
import { affirmed, alsoAt, atClause, denied } from "./text.js";

/** "No advertising" against advertising systems in the code, purposes of marketing, and the text's own words. */
export function* advertisingDenied(text: PolicyText, model: AuditModel): Iterable<FindingFact> {
  const [claim] = affirmed(text, "advertising", "none");
  if (!claim) return;
  for (const { recipient } of usedRecipients(model, ["ads"])) {
    const { place } = seenAt(recipient);
    const data = { problem: "ads-code", recipient: recipient.id };
    yield atClause(text, claim, { subject: `advertising:${recipient.id}`, data, related: alsoAt([place]) });
  }
  const sends = [...affirmed(text, "advertising", "sends"), ...affirmed(text, "advertising", "ads")].filter(
    ({ clause }) => clause !== claim.clause,
  );
  const purposes = [...model.map.purposes].filter(([, { marketing }]) => marketing);
  if (sends.length > 0) {
    yield atClause(text, claim, {
      subject: "advertising:text",
      others: sends,
      data: {
        problem: "ads-text",
        other: [...new Set(sends.map(({ clause }) => clause.number))],
        words: sends[0]!.quote,
      },
      related: alsoAt(
        purposes.map(([, { place }]) => place),
        "entry",
      ),
    });
  } else if (purposes.length > 0) {
    const data = { problem: "ads-map", purpose: purposes.map(([id]) => id) };
    const related = alsoAt(
      purposes.map(([, { place }]) => place),
      "entry",
    );
    yield atClause(text, claim, { subject: "advertising:map", data, related });
  }
}

/** "We do not process" against fields that do: special categories and other data. */
export function* dataDenied(text: PolicyText, model: AuditModel): Iterable<FindingFact> {
  const specials = denied(text, "special");
  const refused = denied(text, "data-type");
  const told = new Set(affirmed(text, "data-type").map(({ value }) => value));
  for (const [type, rows] of collectedTypes(model)) {
    const special = model.catalog.dataTypes.get(type)?.special ?? null;
    const claim =
      (special === null ? undefined : refusal(specials, special)) ??
      (told.has(type) ? undefined : refused.find(({ value }) => value === type));
    if (!claim) continue;
    const [first, ...others] = rows.map(({ field }) => field);
    yield atClause(text, claim, {
      subject: `denied:${type}`,
      data: { problem: "collected", items: type, field: first!.id },
      related: alsoAt([first!.place, ...others.map(({ place }) => place)]),
    });
  }
}

/** "Not for people under 18" against a map that says otherwise, and against the text's own words. */
export function* minorsDenied(text: PolicyText, { map }: AuditModel): Iterable<FindingFact> {
  const ages = affirmed(text, "minors").filter(({ value }) => value !== "allowed");
  const [claim] = ages;
  if (!claim) return;
  const { minors } = map;
  if (minors && minors.audience !== "adult_only" && claim.value === "18") {
    const data = { problem: "minors-map", audience: minors.audience, age: claim.value };
    yield atClause(text, claim, { subject: "minors:map", data, related: [{ place: minors.place, role: "entry" }] });
  }
  const other = ages.find(({ value, clause }) => value !== claim.value && clause !== claim.clause);
  if (other) {
    const data = { problem: "minors-text", age: claim.value, otherAge: other.value, other: other.clause.number };
    yield atClause(text, claim, { subject: "minors:text", others: [other], data });
  }
}

/** A plain e-mail is enough in one clause; another asks for identity papers. */
export function* requestsDiffer(text: PolicyText): Iterable<FindingFact> {
  const plain = affirmed(text, "request", "email");
  const papers = [...affirmed(text, "request", "identity-document"), ...affirmed(text, "request", "signature")];
  const [claim] = papers;
  const others = plain.filter(({ clause }) => !papers.some((one) => one.clause === clause));
  if (!claim || others.length === 0) return;
  yield atClause(text, claim, {
    subject: "requests",
    others: others.filter(({ clause }, index) => others.findIndex((one) => one.clause === clause) === index),
    data: {
      problem: "requests",
      other: [...new Set(others.map(({ clause }) => clause.number))],
      words: others[0]!.quote,
    },
  });
}

/** Kept without end in one clause, until the purpose is reached in another. */
export function* retentionDiffers(text: PolicyText): Iterable<FindingFact> {
  const [endless] = affirmed(text, "retention", "indefinite");
  const other = affirmed(text, "retention").find(
    ({ value, clause }) => value !== "indefinite" && clause !== endless?.clause,
  );
  if (!endless || !other) return;
  const data = { problem: "endless", other: other.clause.number, words: other.quote };
  yield atClause(text, endless, { subject: "retention", others: [other], data });
}
