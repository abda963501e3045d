import { complain, quote } from "./complain.js";
import type { Complaint } from "./complaint.js";
import type { LocatedEntry, LocatedMap } from "./located.js";

/** Sections whose keys are settings rather than ids: files may each give some of them. */
const settings = new Set(["controller", "policy", "minors", "rights", "incidents", "audit"]);

/**
 * Joins the maps of several files, the main one first. Lists follow one another; mappings gain each other's keys; a key that two files
 * define is complained of, with both places. Everything keeps the place of its own file.
 */
export function joinMaps(maps: readonly [LocatedMap, ...LocatedMap[]]): { map: LocatedMap; complaints: Complaint[] } {
  const complaints: Complaint[] = [];
  const [main, ...others] = maps;
  const entries = new Map(main.entries);
  for (const { entries: more } of others) {
    for (const [key, entry] of more) {
      const first = entries.get(key);
      if (key === "include" || (key === "version" && first)) continue;
      entries.set(key, first ? join(first, entry, key, settings.has(key) ? 2 : 1, complaints) : entry);
    }
  }
  return { map: { ...main, entries }, complaints };
}

/** `depth`: how many levels of keys below may come from both sides. */
function join(
  first: LocatedEntry,
  second: LocatedEntry,
  key: string,
  depth: number,
  complaints: Complaint[],
): LocatedEntry {
  const [a, b] = [first.value, second.value];
  if (isNothing(first)) return second;
  if (isNothing(second)) return first;
  if (a.kind === "list" && b.kind === "list") return { ...first, value: { ...a, items: [...a.items, ...b.items] } };
  if (a.kind === "map" && b.kind === "map" && depth > 0) {
    const entries = new Map(a.entries);
    for (const [inner, entry] of b.entries) {
      const present = entries.get(inner);
      entries.set(inner, present ? join(present, entry, inner, depth - 1, complaints) : entry);
    }
    return { ...first, value: { ...a, entries } };
  }
  complaints.push(complain("defined-twice", second.keyPlace, b.path, { key: quote(key) }, { related: first.keyPlace }));
  return first;
}

function isNothing({ value }: LocatedEntry): boolean {
  return value.kind === "scalar" && value.value === null;
}
