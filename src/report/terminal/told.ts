import { formatPlace, groupBy, type AuditResult, type Finding } from "../../model/index.js";

/**
 * What a report has said before, so that it says it once: the remedies of rules, and the what one rule says alike of one datum, which stands
 * together where the first of it does.
 */
export class Told {
  readonly #rules = new Set<string>();
  /** Findings of one rule on one datum, by the first of them. */
  readonly #together = new Map<Finding, readonly Finding[]>();
  readonly #repeated = new Map<Finding, Finding>();

  /** `ordered`: findings in the order in which they are shown. */
  constructor(ordered: readonly Finding[], { inventory }: Pick<AuditResult, "inventory">) {
    const data = new Map(inventory.flatMap(({ id, datum }) => (datum === undefined ? [] : [[id, datum] as const])));
    const groups = groupBy(
      ordered.filter(({ subject }) => data.has(subject)),
      (finding) => `${finding.rule} ${finding.severity} ${data.get(finding.subject)!} ${whatIsSaid(finding)}`,
    );
    for (const [first, ...rest] of groups.values()) {
      if (!first || rest.length === 0) continue;
      this.#together.set(first, rest);
      for (const finding of rest) this.#repeated.set(finding, first);
    }
  }

  /** Whether a rule is met for the first time. */
  rule(id: string): boolean {
    if (this.#rules.has(id)) return false;
    this.#rules.add(id);
    return true;
  }

  /** Where the same is found of the same datum, when it is shown with this finding. */
  elsewhere(finding: Finding): string[] {
    const places = (this.#together.get(finding) ?? []).flatMap(({ place }) => (place ? [formatPlace(place)] : []));
    return [...new Set(places)];
  }

  /** Whether the finding is told with another of the same datum. */
  isRepeated(finding: Finding): boolean {
    return this.#repeated.has(finding);
  }
}

/** What a finding says, apart from the field it says it of. */
function whatIsSaid({ data = {} }: Finding): string {
  return JSON.stringify(Object.entries(data).filter(([name]) => name !== "field" && name !== "selector"));
}
