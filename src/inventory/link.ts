import type { BaseFact, Facts, FieldFact, LinkedField, LinkedOwner, OwnerFact, Place, Span } from "../model/index.js";
import { NameTable, type Declared } from "./names.js";
import type { ModuleResolver } from "./modules.js";

/** How deep inheritance and embedding are followed. */
const MAX_DEPTH = 24;

type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

/**
 * Resolves names across files: bases give their fields to heirs, targets and references become records. Linear in the number of fields,
 * save for what heirs take over.
 */
export function linkOwners(files: readonly Facts[], modules: ModuleResolver): LinkedOwner[] {
  return new Linker(files, modules).link();
}

class Linker {
  readonly #files: readonly Facts[];
  readonly #names: NameTable;
  readonly #owners = new Map<OwnerFact, Mutable<LinkedOwner>>();
  readonly #held = new Map<OwnerFact, readonly HeldField[]>();
  /** Owners by source and folded name or table, for references that no import explains: tables, models, relations by string. */
  readonly #byName = new Map<string, OwnerFact | null>();

  constructor(files: readonly Facts[], modules: ModuleResolver) {
    this.#files = files;
    this.#names = new NameTable(files, modules);
  }

  link(): LinkedOwner[] {
    for (const facts of this.#files) {
      for (const owner of facts.owners) {
        this.#owners.set(owner, { fact: owner, place: placeOf(facts.file, owner.span), fields: [], bases: [] });
        for (const name of [owner.name, owner.table]) if (name) this.#register(owner, name);
      }
    }
    for (const facts of this.#files) for (const owner of facts.owners) this.#fill(facts.file, owner);
    return [...this.#owners.values()];
  }

  #register(owner: OwnerFact, name: string): void {
    const key = nameKey(owner.source, name);
    const known = this.#byName.get(key);
    if (known === undefined) this.#byName.set(key, owner);
    // The same table in several migrations is one table: the first stands for it.
    else if (known && known.kind !== owner.kind) this.#byName.set(key, null);
  }

  #fill(file: string, fact: OwnerFact): void {
    const owner = this.#owners.get(fact)!;
    owner.bases = (fact.bases ?? []).flatMap((base) => {
      const declared = this.#names.owner(file, base.name);
      const found = declared && this.#owners.get(declared.facts.owners[declared.index]!);
      return found && found !== owner ? [found] : [];
    });
    owner.fields = this.#fieldsOf(file, fact, new Set(), 0).map(
      ({ fact: field, file: declaredIn, declaredBy }): LinkedField => ({
        fact: field,
        place: placeOf(declaredIn, field.span),
        owner,
        declaredBy,
        target: field.target ? this.#find(declaredIn, fact.source, field.target) : null,
        references: field.hints?.references ? this.#find(declaredIn, fact.source, field.hints.references) : null,
      }),
    );
  }

  #find(file: string, source: string, name: string): LinkedOwner | null {
    const declared = this.#names.owner(file, name);
    const fact = declared ? declared.facts.owners[declared.index]! : this.#byName.get(nameKey(source, name));
    return (fact && this.#owners.get(fact)) ?? null;
  }

  /** What the record finally holds, the nearest declaration of a name winning. */
  #fieldsOf(file: string, fact: OwnerFact, path: Set<OwnerFact>, depth: number): readonly HeldField[] {
    const known = this.#held.get(fact);
    if (known) return known;
    // A cookie read and set in one file, a field in two branches of a form: every own declaration counts.
    const own = fact.fields.map((field): HeldField => ({ fact: this.#named(file, field), file, declaredBy: fact }));
    const fields = new Map<string, HeldField>();
    if (depth < MAX_DEPTH && !path.has(fact)) {
      const declared = new Set(fact.fields.map(({ name }) => name));
      path.add(fact);
      for (const base of fact.bases ?? []) {
        for (const field of this.#inherited(file, base, path, depth)) {
          if (!declared.has(field.fact.name) && !fields.has(field.fact.name)) fields.set(field.fact.name, field);
        }
      }
      path.delete(fact);
    }
    const held = [...own, ...fields.values()];
    // Within a cycle the list may be cut short: only the outermost call sees it whole.
    if (path.size === 0) this.#held.set(fact, held);
    return held;
  }

  /** A field named by a constant of another file gets the name that constant holds. */
  #named(file: string, field: FieldFact): FieldFact {
    const name = field.nameFrom === undefined ? null : this.#names.constant(file, field.nameFrom);
    return name === null ? field : { ...field, name };
  }

  #inherited(file: string, base: BaseFact, path: Set<OwnerFact>, depth: number): HeldField[] {
    const declared: Declared | null = this.#names.owner(file, base.name);
    if (!declared) return [];
    const fact = declared.facts.owners[declared.index]!;
    if (path.has(fact)) return [];
    const fields = this.#fieldsOf(declared.facts.file, fact, path, depth + 1);
    return fields.filter(({ fact: { name } }) => passes(name, base)).map((field) => renamed(field, base.under));
  }
}

interface HeldField {
  readonly fact: FieldFact;
  /** File it is declared in. */
  readonly file: string;
  readonly declaredBy: OwnerFact;
}

function passes(name: string, { pick, omit }: BaseFact): boolean {
  const head = name.split(".")[0]!;
  if (pick && !pick.includes(name) && !pick.includes(head)) return false;
  return !omit || !(omit.includes(name) || omit.includes(head));
}

function renamed(field: HeldField, under: string | undefined): HeldField {
  return under ? { ...field, fact: { ...field.fact, name: under + field.fact.name } } : field;
}

/** Tables and models are written `users`, `Users`, `"User"` for the same thing. */
function nameKey(source: string, name: string): string {
  return `${source}\0${name
    .replace(/^.*[.]/, "")
    .replaceAll(/["'`_\s]/g, "")
    .toLowerCase()}`;
}

function placeOf(file: string, { line, column, endLine, endColumn }: Span): Place {
  return { file, line, column, endLine, endColumn };
}
