import { createModuleResolver, type ModuleResolver } from "../inventory/index.js";
import type { Facts } from "../model/index.js";

/** How far imports are followed from a file, and how many files are taken at the most. */
const DEPTH = 2;
const MOST = 150;

/** Which files take part in what is said of one: what it imports, and what imports it. */
export class Neighbourhood {
  readonly #facts: Map<string, Facts>;
  readonly #modules: ModuleResolver;
  readonly #imports = new Map<string, readonly string[]>();
  readonly #importers = new Map<string, Set<string>>();
  /** Manifests say what module names mean. */
  readonly #manifests: readonly string[];

  constructor(facts: readonly Facts[]) {
    this.#facts = new Map(facts.map((each) => [each.file, each]));
    this.#modules = createModuleResolver(facts);
    this.#manifests = facts.map(({ file }) => file).filter((file) => file.endsWith(".json"));
    for (const each of facts) this.#register(each);
  }

  changed(file: string, facts: Facts | null): void {
    for (const imported of this.#imports.get(file) ?? []) this.#importers.get(imported)?.delete(file);
    this.#imports.delete(file);
    if (!facts) return;
    this.#facts.set(file, facts);
    this.#register(facts);
  }

  around(file: string): string[] {
    const found = new Set([file]);
    let edge = [file];
    for (let depth = 0; depth < DEPTH && edge.length > 0; depth++) {
      const next = edge.flatMap((each) => this.#imports.get(each) ?? []);
      edge = [...new Set(next)].filter((each) => !found.has(each)).slice(0, MOST - found.size);
      for (const each of edge) found.add(each);
    }
    for (const importer of [...(this.#importers.get(file) ?? [])].sort()) if (found.size < MOST) found.add(importer);
    for (const manifest of this.#manifests) found.add(manifest);
    return [...found];
  }

  #register({ file, imports, exports }: Facts): void {
    const modules = new Set([...imports, ...exports].flatMap(({ module }) => module ?? []));
    const targets = [...modules].flatMap((module) => this.#modules.resolve(file, module) ?? []);
    const own = [...new Set(targets)];
    this.#imports.set(file, own);
    for (const target of own) {
      const importers = this.#importers.get(target);
      if (importers) importers.add(file);
      else this.#importers.set(target, new Set([file]));
    }
  }
}
