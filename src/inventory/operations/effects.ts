import { comparePlaces, type Effect, type Facts, type LinkedOwner } from "../../model/index.js";
import type { DeclaredFunction, NameTable } from "../names.js";
import { recordKey, referenceOf, referencesOf, type StoredRecords } from "./records.js";

/** Functions followed one behind the other, and in all: what a pointer claims lies near. */
const MAX_DEPTH = 12;
const MAX_FUNCTIONS = 2000;

/** What running a function comes to. */
export interface Reach {
  readonly effects: readonly Effect[];
  /** Calls that lead to no function known, with the file they stand in. */
  readonly beyond: readonly { readonly file: string; readonly callee: string }[];
}

/** Follows functions through what they call. */
export class EffectTable {
  readonly #names: NameTable;
  readonly #records: StoredRecords;
  readonly #cascades: ReadonlyMap<LinkedOwner, readonly LinkedOwner[]>;

  /** Models whose own way of deleting is to set a mark, with the mark. */
  readonly #soft = new Map<string, string>();

  constructor(names: NameTable, records: StoredRecords, files: readonly Facts[]) {
    this.#names = names;
    this.#records = records;
    for (const { softDeletions = [] } of files)
      for (const { owner, by } of softDeletions) this.#soft.set(recordKey(owner), by);
    this.#cascades = records.cascades();
  }

  /** Effects of functions and of all they call, each once, ordered by place; cascades behind what sets them off. */
  reach(starts: readonly DeclaredFunction[]): Reach {
    const seen = new Set(starts.map(({ fact }) => fact));
    const beyond = new Map<string, { file: string; callee: string }>();
    const effects: Effect[] = [];
    let wave = [...starts];
    for (let depth = 0; wave.length > 0 && depth < MAX_DEPTH; depth++) {
      const next: DeclaredFunction[] = [];
      for (const declared of wave) {
        effects.push(...this.own(declared));
        for (const callee of declared.fact.calls) {
          const target = this.#names.function(declared.file, callee);
          if (!target) beyond.set(`${declared.file}\0${callee}`, { file: declared.file, callee });
          else if (!seen.has(target.fact) && seen.size < MAX_FUNCTIONS) {
            seen.add(target.fact);
            next.push(target);
          }
        }
      }
      wave = next;
    }
    const told = uniqueByPlace(effects);
    return { effects: [...told, ...this.#cascading(told)], beyond: [...beyond.values()] };
  }

  /** What a function does by itself. */
  own({ file, fact }: DeclaredFunction): Effect[] {
    return fact.operations.map(({ span, ...operation }): Effect => ({
      ...operation,
      ...this.#softly(operation),
      owners: referencesOf(this.#records.find(file, operation.record)),
      place: { file, ...span },
      function: fact.name,
      schedule: fact.schedule ?? null,
      cascade: false,
    }));
  }

  #softly({ kind, record, callee }: Pick<Effect, "kind" | "record" | "callee">): Pick<Effect, "soft"> {
    const mark = kind === "delete" && callee.endsWith(".destroy") ? this.#soft.get(recordKey(record)) : undefined;
    return mark === undefined ? {} : { soft: mark };
  }

  #cascading(effects: readonly Effect[]): Effect[] {
    const found: Effect[] = [];
    const gone = new Set<LinkedOwner>();
    for (const effect of effects) {
      if (effect.kind !== "delete") continue;
      const open = [...this.#records.find(effect.place.file, effect.record)];
      for (const owner of open) gone.add(owner);
      for (let owner = open.pop(); owner; owner = open.pop()) {
        for (const child of this.#childrenOf(owner)) {
          if (gone.has(child)) continue;
          gone.add(child);
          open.push(child);
          found.push({ ...effect, record: child.fact.name, owners: [referenceOf(child)], cascade: true });
        }
      }
    }
    return found;
  }

  #childrenOf(owner: LinkedOwner): readonly LinkedOwner[] {
    return this.#records.alike(owner).flatMap((one) => this.#cascades.get(one) ?? []);
  }
}

/** Every function of the code base with what it does by itself. */
export function allEffects(files: readonly Facts[], table: EffectTable): Effect[] {
  return uniqueByPlace(
    files.flatMap(({ file, functions = [] }) => functions.flatMap((fact) => table.own({ file, fact }))),
  );
}

/** An operation within a function within a function is told of the inner one. */
function uniqueByPlace(effects: readonly Effect[]): Effect[] {
  const found = new Map<string, Effect>();
  for (const effect of effects) {
    const { file, line, column } = effect.place;
    const key = `${file}\0${line}\0${column}\0${effect.kind}\0${effect.record}`;
    const known = found.get(key);
    if (!known || known.function.length < effect.function.length) found.set(key, effect);
  }
  return [...found.values()].sort((a, b) => comparePlaces(a.place, b.place));
}
