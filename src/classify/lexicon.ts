import type { Catalog, DataType, Special, ValueType } from "../model/index.js";
import { tiers, type DataTypeFile, type Testimony, type Tier } from "./lexicon-file.js";
import { splitWords } from "./words.js";
import { transliterations } from "./transliterate.js";

/** One pattern of the catalogue, ready for look-up. */
export interface Pattern {
  readonly type: CompiledType;
  readonly tier: Tier;
  /** As the catalogue writes it. */
  readonly phrase: string;
  readonly loose: boolean;
  readonly disputed: boolean;
  readonly general: boolean;
  readonly vague: boolean;
}

export interface CompiledType {
  readonly id: string;
  readonly special: Special | null;
  readonly heads: ReadonlySet<string>;
  readonly types: ReadonlySet<ValueType> | null;
  readonly flags: boolean;
  readonly besideContact: boolean;
  readonly context: ReadonlySet<string>;
  readonly inside: ReadonlySet<string>;
  readonly subjects: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly systems: ReadonlySet<string>;
  readonly besides: readonly string[];
  readonly options: ReadonlySet<string>;
  readonly speaksFor: Testimony;
}

/** Everything the catalogue knows of names, keyed by words written together, so that `e_mail`, `eMail` and `email` are one. */
export interface Lexicon {
  readonly types: ReadonlyMap<string, CompiledType>;
  readonly patterns: ReadonlyMap<string, readonly Pattern[]>;
  /** Phrases that mean something else, with the data types they rule out. */
  readonly exceptions: ReadonlyMap<string, readonly { readonly type: string; readonly phrase: string }[]>;
  readonly autocomplete: ReadonlyMap<string, CompiledType>;
  readonly inputTypes: ReadonlyMap<string, CompiledType>;
  readonly validators: ReadonlyMap<string, CompiledType>;
  /** Class of a record's word (`person`, `goods`...), by phrase. */
  readonly owners: ReadonlyMap<string, string>;
  /** Classes of words inside field names. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
  /** Every single word that occurs anywhere in the catalogue: what a run-together name may be cut into. */
  readonly vocabulary: ReadonlySet<string>;
  /** Most words in one phrase. */
  readonly longest: number;
}

const compiled = new WeakMap<Catalog, Lexicon>();

/** The catalogue's words made ready for look-up; made once per catalogue. */
export function compileLexicon(catalog: Catalog): Lexicon {
  let lexicon = compiled.get(catalog);
  if (!lexicon) compiled.set(catalog, (lexicon = compile(catalog)));
  return lexicon;
}

/** Key of a phrase: its words written together. */
export function keyOf(words: readonly string[]): string {
  return words.join("");
}

/**
 * Keys under which a phrase is found: as written, in Latin letters, with umlauts spelt out. A plural in code is looked up in its singular
 * too, so a phrase in the singular matches both and one in the plural the plural alone.
 */
export function keysOf(phrase: string): string[] {
  const keys = / id$/.test(phrase)
    ? ["uid", "uuid", "guid", "identifier"].map((end) => phrase.replace(/id$/, end))
    : [];
  const spellings = [
    phrase,
    ...keys,
    spellUmlauts(phrase),
    ...transliterations(phrase.toLowerCase().replaceAll("ё", "е")),
  ];
  return [...new Set(spellings.map((spelling) => keyOf(splitWords(spelling))))];
}

function spellUmlauts(phrase: string): string {
  const spelt: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue" };
  return phrase.toLowerCase().replace(/[äöü]/g, (letter) => spelt[letter]!);
}

function compile(catalog: Catalog): Lexicon {
  const types = new Map<string, CompiledType>();
  const patterns = new Map<string, Pattern[]>();
  const exceptions = new Map<string, { type: string; phrase: string }[]>();
  const vocabulary = new Set<string>();
  const hints = { autocomplete: new Map(), inputTypes: new Map(), validators: new Map() } as Record<
    "autocomplete" | "inputTypes" | "validators",
    Map<string, CompiledType>
  >;
  let longest = 4;

  const learn = (phrase: string): void => {
    const words = splitWords(phrase);
    longest = Math.max(longest, words.length);
    for (const word of words) vocabulary.add(word);
    for (const key of keysOf(phrase)) if (words.length === 1) vocabulary.add(key);
  };

  for (const entry of catalog.dataTypes.values()) {
    const file = entry.lexicon as DataTypeFile;
    const type = compileType(entry, file);
    types.set(entry.id, type);
    const loose = new Set(file.loose);
    const disputed = new Set(file.disputed);
    const general = new Set(file.general);
    const vague = new Set(file.vague);
    for (const tier of tiers) {
      for (const phrase of Object.values(file.names?.[tier] ?? {}).flat()) {
        learn(phrase);
        const pattern: Pattern = {
          type,
          tier,
          phrase,
          loose: loose.has(phrase),
          disputed: disputed.has(phrase) && (tier === "person" || tier === "likely"),
          general: general.has(phrase),
          vague: vague.has(phrase),
        };
        for (const key of keysOf(phrase)) append(patterns, key, pattern);
      }
    }
    for (const phrase of file.not ?? []) {
      learn(phrase);
      for (const key of keysOf(phrase)) append(exceptions, key, { type: entry.id, phrase });
    }
    for (const kind of ["autocomplete", "inputTypes", "validators"] as const) {
      for (const word of file[kind] ?? []) hints[kind].set(word, type);
    }
  }

  const owners = new Map<string, string>();
  for (const [role, phrases] of Object.entries(catalog.owners)) {
    for (const phrase of phrases.flat()) {
      learn(phrase);
      for (const key of keysOf(phrase)) if (!owners.has(key)) owners.set(key, role);
    }
  }
  const names = new Map<string, Set<string>>();
  for (const [wordClass, lines] of Object.entries(catalog.names)) {
    const phrases = lines.flat();
    phrases.forEach(learn);
    names.set(wordClass, new Set(phrases.flatMap(keysOf)));
  }
  return { types, patterns, exceptions, ...hints, owners, names, vocabulary, longest };
}

function compileType(entry: DataType, file: DataTypeFile): CompiledType {
  return {
    id: entry.id,
    special: entry.special,
    heads: new Set((file.heads ?? []).flatMap(keysOf)),
    types: file.types ? new Set(file.types) : null,
    flags: file.flags ?? false,
    besideContact: file.besideContact ?? false,
    context: new Set((file.context ?? []).flatMap(keysOf)),
    inside: new Set((file.inside ?? []).flatMap(keysOf)),
    subjects: new Set((file.subjects ?? []).flatMap(keysOf)),
    services: new Set((file.services ?? []).flatMap(keysOf)),
    systems: new Set((file.systems ?? []).flatMap(keysOf)),
    besides: file.besides ?? [],
    options: new Set((file.options ?? []).flatMap(keysOf)),
    speaksFor: { person: 0, visitor: 0, trait: 0, contact: 0, ...file.speaksFor },
  };
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
