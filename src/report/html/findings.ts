import { compareText, type Catalog, type Finding, type Rule, type SuppressedFinding } from "../../model/index.js";
import { SEVERITIES } from "../counts.js";
import { plainMessage, plainRemedy } from "../finding-message.js";
import { roleWords } from "../related-role.js";
import type { About } from "./about.js";
import { actorOf } from "./actor.js";
import { lawOf, pageLaw } from "./law.js";
import type { Bilingual, PageData, PageFinding, PageLaw, PagePlace, PageRule, PageSuppressed } from "./page-data.js";
import { inBoth, pair, type TextTable } from "./texts.js";

interface Making {
  readonly catalog: Catalog;
  readonly table: TextTable;
  readonly place: (place: NonNullable<Finding["place"]>) => PagePlace;
}

/** A finding's message in both languages. */
export function messageIn(finding: Finding, catalog: Catalog): Bilingual {
  const rule = catalog.rules.get(finding.rule) ?? null;
  return inBoth((words) => plainMessage(finding, rule, { catalog, words }));
}

function remedyIn(finding: Finding, catalog: Catalog): Bilingual {
  const rule = catalog.rules.get(finding.rule) ?? null;
  return inBoth((words) => plainRemedy(finding, rule, { catalog, words }));
}

/** What weighs most for the people whose data it is and for the operator; themes that are not named come after. */
const GRAVEST = [
  "special",
  "minors",
  "leak",
  "location",
  "transfer",
  "consent",
  "basis",
  "recipient",
  "rights",
  "retention",
];

function gravity({ severity, rule }: Finding): number {
  const theme = GRAVEST.indexOf(rule.slice(0, rule.indexOf("/")));
  return SEVERITIES.indexOf(severity) * 100 + (theme < 0 ? GRAVEST.length : theme);
}

/** The worst first, then by rule and place as the result has them. */
export function pageFindings(
  findings: readonly Finding[],
  { catalog, table, place }: Making,
  { mapFiles, isFresh, about }: { mapFiles: ReadonlySet<string>; isFresh: (finding: Finding) => boolean; about: About },
): PageFinding[] {
  return [...findings]
    .sort((a, b) => gravity(a) - gravity(b) || compareText(a.rule, b.rule))
    .map((finding) => ({
      fingerprint: finding.fingerprint,
      rule: finding.rule,
      severity: finding.severity,
      subject: finding.subject,
      message: table.add(messageIn(finding, catalog)),
      remedy: table.add(remedyIn(finding, catalog)),
      clauses: finding.clauses,
      articles: finding.articles,
      actor: actorOf(finding, mapFiles),
      place: finding.place && place(finding.place),
      steps: (finding.related ?? []).map((step) => ({
        ...place(step.place),
        role: inBoth((words) => roleWords(step.role, words)),
      })),
      about: about(finding),
      fresh: isFresh(finding),
    }));
}

export function pageSuppressed(
  rows: readonly SuppressedFinding[],
  { catalog, table, place }: Making,
): PageSuppressed[] {
  return rows.map(({ finding, reason, by }) => ({
    rule: finding.rule,
    severity: finding.severity,
    message: table.add(messageIn(finding, catalog)),
    reason,
    place: finding.place && place(finding.place),
    by: by && place(by),
  }));
}

/** The rules that findings are of, and the statements of the law they stand on. */
export function pageRules(ids: Iterable<string>, catalog: Catalog): Pick<PageData, "rules" | "law"> {
  const law = new Map<string, number>();
  const statements: PageLaw[] = [];
  const rules = [...new Set(ids)].sort(compareText).flatMap((id): PageRule[] => {
    const rule = catalog.rules.get(id);
    return rule ? [pageRule(rule)] : [];
  });
  return { rules, law: statements };

  function pageRule(rule: Rule): PageRule {
    const { id, title, explanation, source, verifiedOn } = rule;
    const own = lawOf(rule, catalog).map((fact) => {
      if (!law.has(fact.id)) law.set(fact.id, statements.push(pageLaw(fact)) - 1);
      return law.get(fact.id)!;
    });
    return { id, title: pair(title), explanation: pair(explanation), source, verifiedOn, law: own };
  }
}
