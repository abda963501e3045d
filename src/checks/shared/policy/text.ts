import type {
  AuditModel,
  FindingFact,
  Place,
  PolicyClause,
  PolicyStatement,
  PolicyText,
  StatementKind,
} from "../../../model/index.js";

/** Something the policy says, with the clause that says it. */
export interface Said extends PolicyStatement {
  readonly clause: PolicyClause;
}

/** The policy's text, or null where there is none to judge. */
export function policyText({ policy }: Pick<AuditModel, "policy">): PolicyText | null {
  return policy.read ? policy.text : null;
}

/** All that a policy says of one kind, denied or not, in its order. */
export function said({ clauses }: PolicyText, kind: StatementKind): Said[] {
  return clauses.flatMap((clause) =>
    clause.statements.filter((one) => one.kind === kind).map((one) => ({ ...one, clause })),
  );
}

/** What it affirms of one kind. */
export function affirmed(text: PolicyText, kind: StatementKind, value?: string): Said[] {
  return said(text, kind).filter((one) => !one.denied && (value === undefined || one.value === value));
}

export function denied(text: PolicyText, kind: StatementKind, value?: string): Said[] {
  return said(text, kind).filter((one) => one.denied && (value === undefined || one.value === value));
}

export function placeOf({ file }: PolicyText, { line }: Pick<PolicyStatement, "line">): Place {
  return { file, line, column: 1 };
}

/** Where the text begins, for what it says nowhere. */
export function startOf({ file, clauses }: PolicyText): Place {
  return { file, line: clauses[0]?.line ?? 1, column: 1 };
}

/** The clause and its words, as messages show them. */
export function quoted({ clause, quote }: Said): { readonly clause: string; readonly quote: string } {
  return { clause: clause.number, quote };
}

/** A finding that stands at a clause. */
export function atClause(
  text: PolicyText,
  one: Said,
  fact: Omit<FindingFact, "place" | "clauses"> & { readonly others?: readonly Said[] },
): FindingFact {
  const { others = [], related = [], data, ...rest } = fact;
  const numbers = [...new Set([one, ...others].map(({ clause }) => clause.number))];
  return {
    ...rest,
    place: placeOf(text, one),
    clauses: numbers,
    data: { ...quoted(one), ...data },
    related: [...otherPlaces(text, one, others), ...related],
  };
}

/** Each line once, and not that of the finding itself. */
function otherPlaces(text: PolicyText, one: Said, others: readonly Said[]): { place: Place; role: string }[] {
  const lines = new Set(others.map(({ line }) => line));
  lines.delete(one.line);
  return [...lines].map((line) => ({ place: placeOf(text, { line }), role: "policy" }));
}

/** Places shown beside a finding: enough to see what is meant. */
const SHOWN = 5;

export function alsoAt(
  places: readonly (Place | null | undefined)[],
  role = "mention",
): { place: Place; role: string }[] {
  return places
    .filter((place): place is Place => place !== null && place !== undefined)
    .slice(0, SHOWN)
    .map((place) => ({ place, role }));
}
