import type { Effect, Facts, InventoryPractice, InventoryRetention, LinkedOwner, Pointers } from "../model/index.js";
import type { ModuleResolver } from "./modules.js";
import { NameTable } from "./names.js";
import { allEffects, EffectTable } from "./operations/effects.js";
import { StoredRecords } from "./operations/records.js";
import { retentionTerms } from "./retention/terms.js";
import { createPointers, pointedPath } from "./pointers/index.js";

/** Files read beyond the audit's own facts, because a pointer names them or what it names calls them. */
export interface ReadCode {
  /** Facts of files read in whole, with their symbols; they take the place of what the audit knew of them. */
  readonly read: readonly Facts[];
  /** Files that are there and hold no code. */
  readonly documents: ReadonlySet<string>;
}

/** The functions of a code base. */
export interface LinkedCode {
  operations(): Effect[];
  /** Terms that code sets for what it keeps. */
  terms(operations: readonly Effect[], practices: readonly InventoryPractice[]): InventoryRetention[];
  pointers(code: ReadCode): Pointers;
  /** Files of the audit that must be read in whole before what the pointers lead to can be told. */
  lacking(pointers: readonly string[], code: ReadCode): string[];
}

export function linkCode(files: readonly Facts[], modules: ModuleResolver, owners: readonly LinkedOwner[]): LinkedCode {
  const link = ({ read }: Pick<ReadCode, "read">) => {
    const known = new Map(files.map((facts) => [facts.file, facts]));
    for (const facts of read) known.set(facts.file, withRecords(facts, known.get(facts.file)));
    const names = new NameTable([...known.values()], modules);
    const records = new StoredRecords(names, owners);
    return { known, names, records, effects: new EffectTable(names, records, [...known.values()]) };
  };
  const own = link({ read: [] });
  return {
    operations: () => allEffects(files, own.effects),
    terms: (operations, practices) => retentionTerms(files, operations, practices, own.records),
    pointers(code) {
      const { known, effects } = link(code);
      return createPointers({ files: known, documents: code.documents, owners, effects });
    },
    lacking(pointers, code) {
      const { known, names, effects } = link(code);
      const starts = pointers.flatMap((pointer) => {
        const file = pointedPath(pointer);
        const facts = file === null ? undefined : known.get(file);
        return (facts?.functions ?? []).map((fact) => ({ file: file!, fact }));
      });
      const { beyond } = effects.reach(starts);
      return [...new Set(beyond.flatMap(({ file, callee }) => names.fileOf(file, callee) ?? []))].sort();
    },
  };
}

/** Records keep the facts they were linked by: names are looked up by those. */
function withRecords(facts: Facts, before: Facts | undefined): Facts {
  return before ? { ...facts, owners: before.owners } : facts;
}
