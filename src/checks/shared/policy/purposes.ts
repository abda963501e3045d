import { purposeOf, sharedWords } from "../../../policy/index.js";
import type { AuditModel, FindingFact, PolicyText, SubjectKind } from "../../../model/index.js";
import { affirmed, startOf } from "./text.js";

/** Classes that a text may well mean by another. */
const NEAR: Readonly<Record<string, readonly string[]>> = {
  account: ["contract"],
  contract: ["account", "payment", "delivery"],
  communication: ["requests"],
  requests: ["communication"],
  personalisation: ["analytics", "marketing"],
  payment: ["contract"],
  delivery: ["contract"],
  medical: ["contract"],
};

/** How much of a title a clause must hold to count as its words. */
const ALIKE = 0.6;

/** Purposes of the map that the policy does not name. */
export function* undisclosedPurposes(text: PolicyText, model: AuditModel): Iterable<FindingFact> {
  const stated = affirmed(text, "purpose");
  const told = new Set(stated.map(({ value }) => value));
  const clauses = text.clauses.filter(({ topics }) => topics.includes("purposes"));
  for (const [id, purpose] of model.map.purposes) {
    const { title, marketing, place, path } = purpose;
    const own = [...purposeOf(title, model.catalog).classes, ...(marketing ? ["marketing"] : [])];
    if (own.some((one) => told.has(one) || NEAR[one]?.some((near) => told.has(near)))) continue;
    if (clauses.some((clause) => sharedWords(title, clause.text) >= ALIKE)) continue;
    // A title of no known class in another language than the text's may stand there in words that are not seen.
    if (own.length === 0 && languageOf(title) !== text.language) continue;
    const list = stated[0];
    yield {
      subject: path,
      place,
      clauses: list ? [list.clause.number] : [],
      data: { problem: list ? "purpose" : "purpose-nowhere", purpose: id, title, clause: list?.clause.number ?? "" },
      related: [{ place: list ? { file: text.file, line: list.line, column: 1 } : startOf(text), role: "policy" }],
    };
  }
}

function languageOf(title: string): "en" | "ru" {
  return /\p{Script=Cyrillic}/u.test(title) ? "ru" : "en";
}

/** Kinds of people that a text may mean by another. */
const SUBJECTS_NEAR: Readonly<Partial<Record<SubjectKind, readonly SubjectKind[]>>> = {
  contractor: ["partner"],
  partner: ["contractor"],
  patient: ["registered_user"],
};

/** Kinds of data subjects of the map that the policy does not name. */
export function* undisclosedSubjects(text: PolicyText, { map }: AuditModel): Iterable<FindingFact> {
  const stated = affirmed(text, "subject");
  const told = new Set(stated.map(({ value }) => value));
  for (const [id, { kind, title, place, path }] of map.subjects) {
    if (kind === "other" || told.has(kind) || SUBJECTS_NEAR[kind]?.some((near) => told.has(near))) continue;
    if (title !== null && text.clauses.some((clause) => sharedWords(title, clause.text) === 1)) continue;
    const list = stated.find(({ clause }) => clause.topics.includes("subjects")) ?? stated[0];
    yield {
      subject: path,
      place,
      clauses: list ? [list.clause.number] : [],
      data: { problem: "subject", who: title ?? id, clause: list?.clause.number ?? "" },
      related: [{ place: list ? { file: text.file, line: list.line, column: 1 } : startOf(text), role: "policy" }],
    };
  }
}
