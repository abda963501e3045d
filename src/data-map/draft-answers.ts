import { compareText, type Inventory, type InventoryStore, type Minors, type StoreKind } from "../model/index.js";
import type { DraftWords } from "./draft-words.js";
import { flow, scalar } from "./write-yaml.js";

/** A store as the map will have it. */
export interface DraftStore {
  /** Key in the map. */
  readonly id: string;
  readonly type: string;
  readonly kind: StoreKind;
  /** ISO 3166-1 alpha-2; null where the code does not show it. */
  readonly country: string | null;
  readonly role: "primary" | "replica" | "backup" | "cache";
}

interface Section {
  readonly name: string;
  readonly comment: string;
  readonly lines: readonly string[];
}

interface Answers {
  readonly stores?: readonly DraftStore[];
  readonly audience?: Minors["audience"];
}

/** Sections that only people's answers can fill. */
export function draftAnswers({ stores, audience }: Answers, inventory: Inventory, words: DraftWords): Section[] {
  return [
    ...(audience
      ? [
          {
            name: "minors",
            comment: audience === "adult_only" ? words.minors : "",
            lines: [`audience: ${audience}`],
          },
        ]
      : []),
    ...(stores && stores.length > 0
      ? [{ name: "stores", comment: words.stores, lines: storeLines(stores, inventory) }]
      : []),
  ];
}

const KEPT: readonly StoreKind[] = ["database", "cache", "files", "search"];

/** Stores that the code shows and that keep data, with ids for the map, the databases first. */
export function draftStores({ stores }: Pick<Inventory, "stores">): DraftStore[] {
  const taken = new Set<string>();
  return [...distinct(stores)]
    .filter(({ kind }) => KEPT.includes(kind))
    .sort((a, b) => KEPT.indexOf(a.kind) - KEPT.indexOf(b.kind) || compareText(a.id, b.id))
    .map((store) => {
      const id = freeId(store.copy ? `${store.type}_${store.copy}` : store.type, taken);
      const role = store.copy ?? (store.kind === "cache" ? "cache" : "primary");
      return { id, type: store.type, kind: store.kind, country: store.country, role };
    });
}

/** A store seen with its place and, elsewhere, without one is the same store. */
function distinct(stores: readonly InventoryStore[]): InventoryStore[] {
  const placed = new Set(stores.filter(({ id, type }) => id !== type).map(({ type }) => type));
  return stores.filter(({ id, type }) => id !== type || !placed.has(type));
}

function freeId(wanted: string, taken: Set<string>): string {
  const base = wanted.replace(/[^\p{L}\p{N}_.-]/gu, "_");
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}_${n}`;
  taken.add(id);
  return id;
}

function storeLines(stores: readonly DraftStore[], { fields }: Inventory): string[] {
  const databases = stores.filter(({ kind, role }) => kind === "database" && role === "primary");
  // Several databases would need people to say which record stands in which.
  const all = databases.length === 1 ? sourcesOfStores(fields) : [];
  return stores.map(({ id, type, country, role }) => {
    const matches = id === databases[0]?.id ? all : [];
    const value = {
      type,
      country: country ?? "ZZ",
      ...(role !== "primary" && { role }),
      ...(matches.length > 0 && { matches }),
    };
    return `${scalar(id)}: ${flow(value)}`;
  });
}

function sourcesOfStores(fields: Inventory["fields"]): string[] {
  const sources = new Set(fields.filter(({ kind }) => kind === "store").map(({ source }) => source));
  return [...sources].sort(compareText).map((source) => `${source}:*`);
}
