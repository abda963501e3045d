import type { Catalog, Evidence, LinkedField, LinkedOwner, OwnerVerdict, Verdict } from "../model/index.js";
import { judgeField } from "./field-verdict.js";
import { compileLexicon } from "./lexicon.js";
import { analyseName, type NameAnalysis } from "./name-analysis.js";
import { judgeOwners } from "./owner-roles.js";
import { structuresOf } from "./structure.js";
import { nounOf, type CodeBase } from "./owner-view.js";
import { personReference } from "./person-reference.js";

export interface Classified {
  readonly owners: ReadonlyMap<LinkedOwner, OwnerVerdict>;
  readonly fields: ReadonlyMap<LinkedField, Verdict>;
  /** What a record is called apart from how it is written: `user` for `CreateUserDto`, `users` and `UserForm`; empty for what has no name. */
  readonly nounOf: (owner: LinkedOwner) => string;
}

/** Records within records that pass the mark on: a form in an offline queue. */
const depth = 3;

/** A personal field that holds a whole record is as special as the record's own fields. */
function markSpecialContents(owners: readonly LinkedOwner[], fields: Map<LinkedField, Verdict>): void {
  for (let step = 0; step < depth; step++) {
    const specialIn = new Map<LinkedOwner, LinkedField>();
    for (const owner of owners) {
      const special = owner.fields.find((field) => isSurelySpecial(fields.get(field)));
      if (special) specialIn.set(owner, special);
    }
    for (const field of owners.flatMap((owner) => owner.fields)) {
      const verdict = fields.get(field)!;
      if (verdict.dataType === null || verdict.dataType === personReference || verdict.special !== null) continue;
      const inner = field.target ? specialIn.get(field.target) : specialInline(field, fields);
      if (!inner) continue;
      const evidence: Evidence = { kind: "relation", detail: inner.fact.name, weight: 0 };
      fields.set(field, { ...verdict, special: fields.get(inner)!.special, evidence: [...verdict.evidence, evidence] });
    }
  }
}

function specialInline(
  { fact, owner }: LinkedField,
  fields: ReadonlyMap<LinkedField, Verdict>,
): LinkedField | undefined {
  if (fact.type !== "object") return undefined;
  return structuresOf(owner)
    .get(fact.name)
    ?.find((field) => isSurelySpecial(fields.get(field)));
}

function isSurelySpecial(verdict: Verdict | undefined): boolean {
  return verdict !== undefined && verdict.special !== null && verdict.confidence !== "low";
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
  markSpecialContents(owners, fields);
  return { owners: verdicts, fields, nounOf: (owner) => nounOf(base.views.get(owner)!) };
}
