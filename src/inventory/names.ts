import type { ExportFact, Facts, FunctionFact, ImportFact } from "../model/index.js";
import type { ModuleResolver } from "./modules.js";
import { PRECEDENCE } from "./same-place.js";

/** A record as one file declares it, before anything is resolved. */
export interface Declared {
  readonly facts: Facts;
  readonly index: number;
}

export interface DeclaredFunction {
  readonly file: string;
  readonly fact: FunctionFact;
}

/** Names of one file that matter to linking, looked up without scanning lists. */
interface FileNames {
  readonly facts: Facts;
  readonly owners: ReadonlyMap<string, Declared>;
  readonly imports: ReadonlyMap<string, ImportFact>;
  readonly exports: ReadonlyMap<string, ExportFact>;
  readonly starExports: readonly string[];
  readonly functions: ReadonlyMap<string, FunctionFact>;
}

type Finder<Found> = (names: FileNames, local: string) => Found | null;

/** How far a name is followed through re-exports. Real chains have two or three links. */
const MAX_HOPS = 16;

/** Finds the record, or the string constant, that a name stands for: in its file, through imports and re-exports, never by running anything. */
export class NameTable {
  readonly #files = new Map<string, FileNames>();
  readonly #modules: ModuleResolver;

  constructor(files: readonly Facts[], modules: ModuleResolver) {
    this.#modules = modules;
    for (const facts of files) this.#files.set(facts.file, readNames(facts));
  }

  owner(file: string, name: string): Declared | null {
    return this.#follow(file, name, (names, local) => names.owners.get(local) ?? null, MAX_HOPS);
  }

  /** The text behind a constant (`SESSION_COOKIE`) or a member of one (`KEYS.token`), wherever it is declared. */
  constant(file: string, name: string): string | null {
    const whole = this.#follow(file, name, constantNamed(""), MAX_HOPS);
    const [head = "", ...rest] = name.split(".");
    if (whole !== null || rest.length === 0) return whole;
    return this.#follow(file, head, constantNamed(`.${rest.join(".")}`), MAX_HOPS);
  }

  /** Where a function is declared that a file calls: `notify`, `MailService.send`. */
  function(file: string, name: string): DeclaredFunction | null {
    const whole = this.#follow(file, name, functionNamed(""), MAX_HOPS);
    const [head = "", ...rest] = name.split(".");
    if (whole !== null || rest.length === 0) return whole;
    return this.#follow(file, head, functionNamed(`.${rest.join(".")}`), MAX_HOPS);
  }

  /** The file in which a name must be declared that no file read so far declares; null for names of packages outside. */
  fileOf(file: string, name: string): string | null {
    const unread: Finder<string> = ({ facts, exports, starExports }, local) =>
      facts.functions || starExports.length > 0 || exports.get(local)?.module !== undefined ? null : facts.file;
    return this.#follow(file, name.split(".")[0]!, unread, MAX_HOPS);
  }

  #follow<Found>(file: string, name: string, find: Finder<Found>, hops: number): Found | null {
    const names = this.#files.get(file);
    if (!names || hops === 0) return null;
    const found = find(names, name);
    if (found !== null) return found;
    // `ns.Name` after `import * as ns` names an export of the other module.
    const [head, ...rest] = name.split(".");
    const imported = names.imports.get(head!);
    if (!imported) return null;
    const target = this.#modules.resolve(file, imported.module);
    if (!target) return null;
    const wanted = imported.imported === "*" || rest.length > 0 ? rest.join(".") : imported.imported;
    return wanted ? this.#followExport(target, wanted, find, hops - 1) : null;
  }

  #followExport<Found>(file: string, exported: string, find: Finder<Found>, hops: number): Found | null {
    const names = this.#files.get(file);
    if (!names || hops <= 0) return null;
    const fact = names.exports.get(exported);
    if (fact?.module) {
      const target = this.#modules.resolve(file, fact.module);
      return target ? this.#followExport(target, fact.local, find, hops - 1) : null;
    }
    if (fact) return this.#follow(file, fact.local, find, hops - 1);
    for (const module of names.starExports) {
      const target = this.#modules.resolve(file, module);
      const found = target ? this.#followExport(target, exported, find, hops - 1) : null;
      if (found !== null) return found;
    }
    return find(names, exported);
  }
}

function functionNamed(member: string): Finder<DeclaredFunction> {
  return ({ facts, functions }, local) => {
    const fact = functions.get(local + member);
    return fact ? { file: facts.file, fact } : null;
  };
}

function constantNamed(member: string): Finder<string> {
  return ({ facts: { constants } }, local) =>
    Object.hasOwn(constants, local + member) ? constants[local + member]! : null;
}

function readNames(facts: Facts): FileNames {
  const owners = new Map<string, Declared>();
  // A class may be declared to several collectors at once: the claim that says most answers for the name.
  facts.owners.forEach((owner, index) => {
    for (const name of [owner.binding, owner.name]) {
      const known = name ? owners.get(name) : undefined;
      if (name && (!known || PRECEDENCE[owner.kind] < PRECEDENCE[facts.owners[known.index]!.kind]))
        owners.set(name, { facts, index });
    }
  });
  return {
    facts,
    owners,
    imports: new Map(facts.imports.map((fact) => [fact.local, fact])),
    exports: new Map(facts.exports.filter(({ exported }) => exported !== "*").map((fact) => [fact.exported, fact])),
    functions: new Map(facts.functions?.map((fact) => [fact.name, fact])),
    starExports: facts.exports.flatMap((fact) => (fact.exported === "*" && fact.module ? [fact.module] : [])),
  };
}
