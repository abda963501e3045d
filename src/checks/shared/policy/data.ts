import {
  compareText,
  groupBy,
  type AuditModel,
  type FindingFact,
  type PolicyText,
  type ReconciledField,
} from "../../../model/index.js";
import { affirmed, alsoAt, denied, startOf, type Said } from "./text.js";

/** Data types of which a policy need not tell: keys between records, and what nothing more is known of. */
const UNTOLD: ReadonlySet<string> = new Set(["person_reference", "other"]);

/** Personal data that the code collects, by data type, with the fields of each. */
export function collectedTypes({ reconciliation }: AuditModel): Map<string, ReconciledField[]> {
  const rows = reconciliation.fields.filter(
    ({ notPersonal, field }) => notPersonal === null && field.dataType !== null && isDatum(field),
  );
  const byType = groupBy(rows, ({ field }) => field.dataType!);
  return new Map([...byType].filter(([type]) => !UNTOLD.has(type)).sort(([a], [b]) => compareText(a, b)));
}

/** A yes or no about common data (`emailVerified`, `confirmsAge`) gives nothing of them away. */
function isDatum({ type, special, field }: ReconciledField["field"]): boolean {
  return (
    special !== null ||
    (type !== "boolean" && !/^(?:is|has|confirms?|confirmed|accepts?|agrees?)(?=[A-Z_])/.test(field))
  );
}

/** Data types that a policy tells of, those told together with others among them. */
export function disclosedTypes(text: PolicyText, model: AuditModel): ReadonlySet<string> {
  const told = new Set(affirmed(text, "data-type").map(({ value }) => value));
  const specials = new Set(affirmed(text, "special").map(({ value }) => value));
  const { impliedBy } = model.catalog.policy.names;
  for (const [type, { special, title }] of model.catalog.dataTypes) {
    if (special !== null && specials.has(special)) told.add(type);
    if (namesWhole(text, title.en) || namesWhole(text, title.ru)) told.add(type);
  }
  const alone = [...told];
  for (const [type, by] of Object.entries(impliedBy)) if (by.some((one) => alone.includes(one))) told.add(type);
  return told;
}

/** Titles of the catalogue, as drafts write them, count as they stand. */
function namesWhole({ clauses }: PolicyText, title: string): boolean {
  const wanted = title.toLowerCase();
  return clauses.some(({ topics, text }) => topics.includes("data") && text.toLowerCase().includes(wanted));
}

/** Clauses that list the data, for those who look where a missing one belongs. */
export function dataClauses(text: PolicyText): Said[] {
  return affirmed(text, "data-type").filter(({ clause }) => clause.topics.includes("data"));
}

/** Data of the code that the policy does not tell of. What it says it does not collect is a contradiction, and told there. */
export function* undisclosedData(text: PolicyText, model: AuditModel): Iterable<FindingFact> {
  const told = disclosedTypes(text, model);
  const refused = new Set(denied(text, "data-type").map(({ value }) => value));
  const specials = denied(text, "special");
  const list = dataClauses(text)[0];
  for (const [type, rows] of collectedTypes(model)) {
    const special = model.catalog.dataTypes.get(type)?.special ?? null;
    if (told.has(type) || refused.has(type) || (special !== null && refusal(specials, special))) continue;
    const [first, ...others] = rows.map(({ field }) => field);
    yield {
      subject: `data:${type}`,
      place: first!.place,
      clauses: list ? [list.clause.number] : [],
      data: {
        problem: list ? "data" : "data-nowhere",
        items: type,
        field: first!.id,
        clause: list?.clause.number ?? "",
        quote: list?.quote ?? "",
      },
      related: [
        { place: list ? { file: text.file, line: list.line, column: 1 } : startOf(text), role: "policy" },
        ...alsoAt(others.map(({ place }) => place)),
      ],
    };
  }
}

/** What a text says of special categories, by name or all at once, against one of them. */
export function refusal(specials: readonly Said[], special: string): Said | undefined {
  const named = specials.find(({ value }) => value === special);
  // Biometrics, genetics and criminal record have articles of their own: "special categories" need not mean them.
  return (
    named ??
    (/^(?:biometric|genetic|criminal)$/.test(special) ? undefined : specials.find(({ value }) => value === "any"))
  );
}
