import type { AuditResult, Catalog, Change, Finding, ProcessingChanges } from "../../model/index.js";
import { aspectLines } from "../changes/lines.js";
import { changeWords } from "../changes/values.js";
import { messageIn } from "./findings.js";
import type { Bilingual, PageChange, PageChanges } from "./page-data.js";
import { pair, type TextTable } from "./texts.js";

/** How a result differs from an earlier one. Findings are known again by their fingerprints, which survive moved lines. */
export interface Compared {
  readonly isFreshFinding: (finding: Finding) => boolean;
  readonly isFreshField: (id: string) => boolean;
  readonly changes: PageChanges | null;
}

interface Results {
  readonly result: AuditResult;
  readonly previous: AuditResult | null;
  readonly changes: ProcessingChanges | null;
}

export function compareResults(
  { result, previous, changes }: Results,
  { catalog, table }: { readonly catalog: Catalog; readonly table: TextTable },
): Compared {
  if (!previous) return { isFreshFinding: () => false, isFreshField: () => false, changes: null };
  const before = new Set(previous.findings.map(({ fingerprint }) => fingerprint));
  const after = new Set(result.findings.map(({ fingerprint }) => fingerprint));
  const fieldsBefore = new Set(previous.inventory.map(({ id }) => id));
  return {
    isFreshFinding: ({ fingerprint }) => !before.has(fingerprint),
    isFreshField: (id) => !fieldsBefore.has(id),
    changes: {
      date: previous.date || null,
      coverage: previous.coverage,
      fresh: result.findings.filter(({ fingerprint }) => !before.has(fingerprint)).length,
      gone: previous.findings
        .filter(({ fingerprint }) => !after.has(fingerprint))
        .map((finding) => ({
          rule: finding.rule,
          title: pair(catalog.rules.get(finding.rule)?.title ?? { en: finding.rule, ru: finding.rule }),
          severity: finding.severity,
          message: table.add(messageIn(finding, catalog)),
        })),
      processing: changes ? processing(changes, catalog) : [],
    },
  };
}

/** The changes that `opis diff` tells, in both languages. */
function processing(changes: ProcessingChanges, catalog: Catalog): PageChange[] {
  const [en, ru] = [changeWords("en", catalog, changes), changeWords("ru", catalog, changes)];
  const both = (say: (words: typeof en) => string): Bilingual => [say(en), say(ru)];
  return changes.changes.map((change: Change) => {
    const russian = aspectLines(change, ru);
    return {
      head: both(({ words }) => words.say(`head.${change.about}`)),
      kind: change.kind,
      said: both(({ words }) => words.say(`kind.${change.kind}`)),
      name: both((words) => words.name(change.about, change.id, change.title)),
      lines: aspectLines(change, en).map(({ label, text }, index) => ({
        label: [label, russian[index]!.label],
        text: [text, russian[index]!.text],
      })),
    };
  });
}
