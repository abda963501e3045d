import type { UnresolvedReference } from "../model/index.js";
import { joinPath, type Located, type LocatedMap } from "./located.js";
import { nearest } from "./nearest.js";

/** Ids that a reference may name: keys of sections of the map, or of the catalogue. */
export type KnownIds = ReadonlyMap<string, ReadonlySet<string>>;

/** Where the map refers to ids, and in which sections they are defined. `*`: any key or item; `*key`: the keys themselves. */
const references: readonly (readonly [path: string, section: string, ...more: string[]])[] = [
  ["categories.*.items", "dataTypes"],
  ["specialExemptions.*.category", "categories"],
  ["specialExemptions.*.purposes", "purposes"],
  ["purposes.*.subjects", "subjects"],
  ["purposes.*.categories", "categories"],
  ["purposes.*.retention", "retention"],
  ["purposes.*.retention.*key", "categories"],
  ["purposes.*.retention.*", "retention"],
  ["purposes.*.recipients", "recipients"],
  ["purposes.*.incompatibleWith", "purposes"],
  ["stores.*.dataCentreOperator", "recipients"],
  ["stores.*.retention", "retention"],
  ["fields.*.category", "categories"],
  ["fields.*.item", "dataTypes"],
  ["fields.*.purposes", "purposes"],
  ["fields.*.subjects", "subjects"],
  ["fields.*.store", "stores"],
  ["fields.*.retention", "retention"],
  ["fields.*.source", "recipients"],
  ["recipients.*.categories", "categories"],
  ["cookies.*.vendor", "recipients"],
  ["cookies.*.purposes", "purposes"],
  ["cookies.*.consent", "consents"],
  ["rights.*.reaches", "stores", "recipients"],
  ["audit.rules.*key", "rules"],
];

/** References to ids that nothing defines, each with the nearest id that exists. Sections of the catalogue that `known` lacks are not looked into. */
export function findUnresolved(root: LocatedMap, known: KnownIds): UnresolvedReference[] {
  return references.flatMap(([path, section, ...more]) => {
    const sections = [section, ...more].map((name) => known.get(name) ?? idsOf(root, name));
    if (sections.includes(null)) return [];
    const ids = new Set(sections.flatMap((each) => [...(each ?? [])]));
    // One mistake is often made on a thousand lines.
    const nearestTo = new Map<string, string | null>();
    return mentions(root, path.split(".")).flatMap(({ place, path: at, value }) => {
      const id = path === "fields.*.source" ? /^recipient:(.*)$/.exec(value)?.[1] : value;
      if (id === undefined || ids.has(id)) return [];
      if (!nearestTo.has(id)) nearestTo.set(id, nearest(id, ids));
      return [{ place, path: at, section, value: id, nearest: nearestTo.get(id) ?? null }];
    });
  });
}

/** Sections that the catalogue, not the map, defines. */
const catalogueSections = new Set(["dataTypes", "rules"]);

function idsOf(root: LocatedMap, section: string): ReadonlySet<string> | null {
  if (catalogueSections.has(section)) return null;
  const value = root.entries.get(section)?.value;
  return new Set(value?.kind === "map" ? value.entries.keys() : []);
}

type Mention = Omit<UnresolvedReference, "section" | "nearest">;

function mentions(node: Located, [step, ...rest]: readonly string[]): Mention[] {
  if (step === undefined) return scalarsOf(node);
  if (step === "*key") {
    if (node.kind !== "map") return [];
    return [...node.entries].map(([key, { keyPlace }]) => ({
      place: keyPlace,
      path: joinPath(node.path, key),
      value: key,
    }));
  }
  if (node.kind === "map") {
    const values = step === "*" ? [...node.entries.values()] : [node.entries.get(step)];
    return values.flatMap((entry) => (entry ? mentions(entry.value, rest) : []));
  }
  return node.kind === "list" && step === "*" ? node.items.flatMap((item) => mentions(item, rest)) : [];
}

function scalarsOf(node: Located): Mention[] {
  if (node.kind === "list") return node.items.flatMap(scalarsOf);
  if (node.kind !== "scalar" || node.value === null) return [];
  return [{ place: node.place, path: node.path, value: node.source }];
}
