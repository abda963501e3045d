import type { CallFact, Facts } from "../../model/index.js";
import type { ModuleResolver } from "../modules.js";

/** A call with the file it stands in. */
export interface Caller {
  readonly file: string;
  readonly call: CallFact;
}

/** How far a function is followed through re-exports. */
const MAX_HOPS = 6;

/** Who calls the functions of a code base: calls by file and name of the function that they reach. */
export class CallerTable {
  readonly #files: ReadonlyMap<string, Facts>;
  readonly #modules: ModuleResolver;
  readonly #callers = new Map<string, Caller[]>();

  constructor(files: readonly Facts[], modules: ModuleResolver) {
    this.#files = new Map(files.map((facts) => [facts.file, facts]));
    this.#modules = modules;
    for (const { file, flows } of files) {
      for (const call of flows?.calls ?? []) {
        const key = this.#functionOf(file, call.callee);
        if (key === null) continue;
        const callers = this.#callers.get(key);
        if (callers) callers.push({ file, call });
        else this.#callers.set(key, [{ file, call }]);
      }
    }
  }

  of(file: string, name: string): readonly Caller[] {
    return this.#callers.get(keyOf(file, name)) ?? [];
  }

  #functionOf(file: string, callee: string): string | null {
    const [head, ...rest] = callee.split(".");
    const imported = this.#files.get(file)?.imports.find(({ local }) => local === head);
    if (!imported) return keyOf(file, callee);
    const target = this.#modules.resolve(file, imported.module);
    if (!target) return null;
    const [exported, ...members] = imported.imported === "*" ? rest : [imported.imported, ...rest];
    return exported === undefined ? null : this.#exported(target, exported, members, MAX_HOPS);
  }

  #exported(file: string, exported: string, members: readonly string[], hops: number): string | null {
    const facts = this.#files.get(file);
    if (!facts || hops === 0) return null;
    const own = facts.exports.find((one) => one.exported === exported);
    if (own && own.module === undefined) {
      const imported = facts.imports.find(({ local }) => local === own.local);
      const target = imported && this.#modules.resolve(file, imported.module);
      if (imported && target) return this.#exported(target, imported.imported, members, hops - 1);
      return keyOf(file, [own.local, ...members].join("."));
    }
    const onwards = own ? [own] : facts.exports.filter((one) => one.exported === "*");
    for (const { module, local } of onwards) {
      const target = module === undefined ? null : this.#modules.resolve(file, module);
      const found = target && this.#exported(target, own ? local : exported, members, hops - 1);
      if (found) return found;
    }
    return null;
  }
}

function keyOf(file: string, name: string): string {
  return `${file}\0${name}`;
}
