import { distance } from "fastest-levenshtein";
import {
  compareText,
  type Effect,
  type Facts,
  type LinkedField,
  type LinkedOwner,
  type Place,
  type PointerTarget,
  type Pointers,
  type ResolvedPointer,
  type SymbolFact,
  type UnresolvedReason,
} from "../../model/index.js";
import type { DeclaredFunction } from "../names.js";
import { recordKey } from "../operations/records.js";
import type { EffectTable } from "../operations/effects.js";
import { parsePointer, type ParsedPointer } from "./parse.js";

export interface PointerSources {
  /** Facts of all files, those pointed at with their symbols. */
  readonly files: ReadonlyMap<string, Facts>;
  /** Files that exist though nothing was read from them: documents, and code out of scope. */
  readonly documents: ReadonlySet<string>;
  readonly owners: readonly LinkedOwner[];
  readonly effects: EffectTable;
}

/** Names told where a pointer leads nowhere. */
const MAX_NEAREST = 3;

export function createPointers(sources: PointerSources): Pointers {
  const known = new Map<string, PointerTarget>();
  const resolver = new PointerResolver(sources);
  return {
    resolve(pointer) {
      let target = known.get(pointer);
      if (!target) known.set(pointer, (target = resolver.resolve(pointer)));
      return target;
    },
  };
}

class PointerResolver {
  readonly #sources: PointerSources;

  constructor(sources: PointerSources) {
    this.#sources = sources;
  }

  resolve(pointer: string): PointerTarget {
    const parsed = parsePointer(pointer);
    switch (parsed.kind) {
      case "url":
        return still(pointer, "url", null);
      case "field":
        return this.#field(pointer, parsed);
      case "path":
        return this.#path(pointer, parsed);
    }
  }

  #path(pointer: string, { path, symbol }: Extract<ParsedPointer, { kind: "path" }>): PointerTarget {
    if (/^(?:\/|[a-z]:|\.\.\/)|\/\.\.\//i.test(path)) return lost(pointer, "outside-root", []);
    const facts = this.#sources.files.get(path);
    if (!facts && !this.#sources.documents.has(path)) {
      return lost(pointer, "no-file", nearestTo(path, [...this.#sources.files.keys(), ...this.#sources.documents]));
    }
    const whole: Place = { file: path, line: 1, column: 1 };
    // A heading of a document is taken on trust: documents are not read.
    if (!facts?.symbols) return still(pointer, "document", whole);
    if (symbol === null) return this.#running(pointer, "module", whole, path, facts.functions ?? []);
    const found = symbolOf(facts.symbols, symbol);
    if (!found) return lost(pointer, "no-symbol", nearestTo(symbol, namesOf(facts.symbols)));
    const place = { file: path, ...found.span };
    const own = (facts.functions ?? []).filter(({ name }) => name === found.name || name.startsWith(`${found.name}.`));
    if (found.kind === "symbol" && own.length === 0) return still(pointer, "symbol", place);
    return this.#running(pointer, found.kind === "class" ? "class" : "function", place, path, own);
  }

  #running(
    pointer: string,
    kind: ResolvedPointer["kind"],
    place: Place,
    file: string,
    functions: readonly DeclaredFunction["fact"][],
  ): ResolvedPointer {
    const { effects, beyond } = this.#sources.effects.reach(functions.map((fact) => ({ file, fact })));
    const callees = [...new Set(beyond.map(({ callee }) => callee))].sort(compareText);
    return { resolved: true, pointer, kind, place, effects, ...sorted(effects), beyond: callees };
  }

  #field(pointer: string, { path, source, name }: Extract<ParsedPointer, { kind: "field" }>): PointerTarget {
    const own = this.#sources.owners.filter(
      (owner) =>
        (owner.fact.source === source || (source === "sql" && owner.fact.kind === "store")) &&
        (path === null || owner.place.file === path),
    );
    const dot = name.indexOf(".");
    const whole = own.find((owner) => means(owner, name, source));
    if (whole) return still(pointer, "record", whole.place);
    const [ownerName, fieldName] = dot < 0 ? ["", name] : [name.slice(0, dot), name.slice(dot + 1)];
    const owners = own.filter((owner) => (ownerName === "" ? owner.fact.name === "" : means(owner, ownerName, source)));
    const field = owners.flatMap(({ fields }) => fields).find((one) => isNamed(one, fieldName));
    if (field) return still(pointer, "field", field.place);
    if (owners.length === 0) return lost(pointer, "no-record", nearestTo(ownerName || name, ownerNames(own)));
    const fields = owners.flatMap((owner) => owner.fields.map(({ fact }) => fact.name));
    return lost(pointer, "no-field", nearestTo(fieldName, fields));
  }
}

function means({ fact }: LinkedOwner, name: string, source: string): boolean {
  if (fact.name === name || fact.table === name) return fact.name !== "";
  return source === "sql" && [fact.name, fact.table].some((one) => one && recordKey(one) === recordKey(name));
}

function isNamed({ fact }: LinkedField, name: string): boolean {
  return fact.name === name || fact.hints?.storedAs === name;
}

function ownerNames(owners: readonly LinkedOwner[]): string[] {
  return owners.flatMap(({ fact }) => (fact.name ? [fact.name] : fact.fields.map(({ name }) => name)));
}

/** The name in full, or a method by its own name where it is the only one so called. */
function symbolOf(symbols: readonly SymbolFact[], name: string): SymbolFact | null {
  const exact = symbols.find((symbol) => symbol.name === name);
  if (exact) return exact;
  const within = symbols.filter((symbol) => symbol.name.endsWith(`.${name}`));
  return within.length === 1 ? within[0]! : null;
}

function namesOf(symbols: readonly SymbolFact[]): string[] {
  return symbols.map(({ name }) => name);
}

function sorted(effects: readonly Effect[]): Pick<ResolvedPointer, "reads" | "writes" | "deletes"> {
  return {
    reads: effects.filter(({ kind }) => kind === "read"),
    writes: effects.filter(({ kind }) => kind === "create" || kind === "update"),
    deletes: effects.filter(({ kind }) => kind === "delete"),
  };
}

function still(pointer: string, kind: ResolvedPointer["kind"], place: Place | null): ResolvedPointer {
  return { resolved: true, pointer, kind, place, effects: [], reads: [], writes: [], deletes: [], beyond: [] };
}

function lost(pointer: string, reason: UnresolvedReason, nearest: readonly string[]): PointerTarget {
  return { resolved: false, pointer, reason, nearest };
}

function nearestTo(name: string, candidates: readonly string[]): string[] {
  const wanted = name.toLowerCase();
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, far: distance(wanted, candidate.toLowerCase()) }))
    .filter(({ candidate, far }) => far <= Math.max(2, Math.ceil(candidate.length / 4)))
    .sort((a, b) => a.far - b.far || compareText(a.candidate, b.candidate))
    .slice(0, MAX_NEAREST)
    .map(({ candidate }) => candidate);
}
