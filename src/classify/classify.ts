import type { Catalog, Evidence, LinkedField, LinkedOwner, OwnerVerdict, Verdict } from "../model/index.js";
import { judgeField } from "./field-verdict.js";
import { compileLexicon } from "./lexicon.js";
import { analyseName, type NameAnalysis } from "./name-analysis.js";
import { judgeOwners } from "./owner-roles.js";
import type { CodeBase } from "./owner-view.js";

export interface Classified {
  readonly owners: ReadonlyMap<LinkedOwner, OwnerVerdict>;
  readonly fields: ReadonlyMap<LinkedField, Verdict>;
}

/**
 * Tells for every record what it is about and for every field what it holds, by the words of the catalogue. Pure; its time is linear in
 * the number of fields.
 */
export function classify(owners: readonly LinkedOwner[], catalog: Catalog): Classified {
  const lexicon = compileLexicon(catalog);
  const known = new Map<string, NameAnalysis>();
  const analyse = (name: string): NameAnalysis => {
    let analysis = known.get(name);
    if (!analysis) known.set(name, (analysis = analyseName(name, lexicon)));
    return analysis;
  };
  const base: CodeBase = { lexicon, analyse, ...judgeOwners(owners, lexicon, analyse) };
  const fields = new Map<LinkedField, Verdict>();
  const verdicts = new Map<LinkedOwner, OwnerVerdict>();
  for (const owner of owners) {
    const view = base.views.get(owner)!;
    verdicts.set(owner, { role: view.role, evidence: view.evidence as readonly Evidence[] });
    for (const field of owner.fields) fields.set(field, judgeField(field, view, base));
  }
  return { owners: verdicts, fields };
}
