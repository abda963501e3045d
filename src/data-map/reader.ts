import type { Entry } from "../model/index.js";
import type { Located, LocatedEntry, LocatedMap } from "./located.js";

/**
 * Reads a mapping that the schema has vouched for: types are right, so a value is either of its type or absent. Numbers asked for as text
 * come as written, leading zeros and all.
 */
export class Reader {
  readonly entry: Entry;
  private readonly entries: ReadonlyMap<string, LocatedEntry>;

  constructor(map: Located | undefined, entry?: Entry) {
    this.entries = map?.kind === "map" ? map.entries : new Map<string, LocatedEntry>();
    this.entry = entry ?? { place: map?.place ?? { file: "", line: 1, column: 1 }, path: map?.path ?? "" };
  }

  has(key: string): boolean {
    const value = this.entries.get(key)?.value;
    return value !== undefined && !(value.kind === "scalar" && value.value === null);
  }

  /** Text, or null when absent. `Word` names the words the schema allows. */
  text<Word extends string = string>(key: string): Word | null {
    const value = this.entries.get(key)?.value;
    return value?.kind === "scalar" && value.value !== null ? (value.source as Word) : null;
  }

  /** Text that the schema requires. */
  required<Word extends string = string>(key: string): Word {
    return this.text<Word>(key) ?? ("" as Word);
  }

  /** A list of text; a single value counts as a list of one. */
  texts<Word extends string = string>(key: string): Word[] {
    const value = this.entries.get(key)?.value;
    const items = value?.kind === "list" ? value.items : value ? [value] : [];
    return items.flatMap((item) => (item.kind === "scalar" && item.value !== null ? [item.source as Word] : []));
  }

  number<Value extends number = number>(key: string): Value | null {
    const value = this.entries.get(key)?.value;
    return value?.kind === "scalar" && typeof value.value === "number" ? (value.value as Value) : null;
  }

  flag(key: string): boolean | null {
    const value = this.entries.get(key)?.value;
    return value?.kind === "scalar" && typeof value.value === "boolean" ? value.value : null;
  }

  /** The mapping under a key, or null. It stands where its key stands. */
  child(key: string): Reader | null {
    const found = this.entries.get(key);
    return found?.value.kind === "map" ? readerOf(found) : null;
  }

  /** Mappings of a list. */
  children(key: string): Reader[] {
    const value = this.entries.get(key)?.value;
    return value?.kind === "list" ? value.items.map((item) => new Reader(item)) : [];
  }

  /** Entries of a section by id. */
  record<Value>(key: string, read: (reader: Reader) => Value): Map<string, Value> {
    const value = this.entries.get(key)?.value;
    if (value?.kind !== "map") return new Map();
    return new Map([...value.entries].map(([id, entry]) => [id, read(readerOf(entry))]));
  }

  /** Text by key. */
  dictionary(key: string): Map<string, string> {
    const value = this.entries.get(key)?.value;
    if (value?.kind !== "map") return new Map();
    return new Map(
      [...value.entries].flatMap(([id, { value }]) => (value.kind === "scalar" ? [[id, value.source]] : [])),
    );
  }

  /** Key of the word itself, in a reader of a setting that may be a word instead of a mapping. */
  static readonly wordKey = "";
}

function readerOf({ keyPlace, value }: LocatedEntry): Reader {
  const entry: Entry = { place: keyPlace, path: value.path };
  if (value.kind !== "scalar") return new Reader(value, entry);
  const wrapped: LocatedMap = { ...entry, kind: "map", entries: new Map([[Reader.wordKey, { keyPlace, value }]]) };
  return new Reader(wrapped, entry);
}
