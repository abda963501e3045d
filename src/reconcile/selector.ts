import picomatch from "picomatch";
import type { InventoryField } from "../model/index.js";
import { matchName, type NameMatch } from "./name-match.js";
import { alternatives, hasWildcard, isAnything, literalLength, matchesWildcard } from "./wildcard.js";

/**
 * A field id with any part left out or globbed: `path#source:Owner.field`. The parts are matched each on its own, so that a slash in an owner
 * (`request:POST /leads.phone`) is no path.
 */
export interface Selector {
  readonly text: string;
  /** Glob over the file, or null. */
  readonly path: string | null;
  readonly source: string | null;
  /** `Owner.field`, one for each alternative in braces. */
  readonly names: readonly string[];
  readonly inPath: ((file: string) => boolean) | null;
}

/** What a selector is held against; every inventory field is one. */
export type Selectable = Pick<InventoryField, "id" | "source" | "owner" | "field"> & {
  readonly place: { readonly file: string };
};

/**
 * How much a selector says of a field it matches, the weightiest first: field, owner, path, source (each 2 exact, 1 in part, 0 left open), then the
 * number of literal characters in the parts matched in part. The field's own name weighs most because it tells what the datum is:
 * `*.email` wins over `User.*`.
 */
export type Specificity = readonly [field: number, owner: number, path: number, source: number, literals: number];

const SOURCE = /^([a-z*?{][\w*?{},-]*):/;

export function parseSelector(text: string): Selector {
  const hash = text.indexOf("#");
  // A hash after a source (`cookie:a#b`) belongs to the name.
  const path = hash > 0 && !SOURCE.test(text.slice(0, hash)) ? text.slice(0, hash) : null;
  const rest = path === null ? text : text.slice(hash + 1);
  const source = SOURCE.exec(rest)?.[1] ?? null;
  const name = source === null ? rest : rest.slice(source.length + 1);
  return {
    text,
    path,
    source,
    names: alternatives(name === "" ? "**" : name),
    inPath: path === null ? null : remembering(picomatch(path, { dot: true, noextglob: true, nonegate: true })),
  };
}

/** Fields come file by file, so that the last answer is mostly the next one too. */
function remembering(test: (file: string) => boolean): (file: string) => boolean {
  let last: string | null = null;
  let answer = false;
  return (file) => {
    if (file !== last) {
      answer = test(file);
      last = file;
    }
    return answer;
  };
}

/** Specificity with which the selector matches the field, or null if it does not. */
export function matchSelector(selector: Selector, field: Selectable): Specificity | null {
  // The id itself, which alone tells twins apart (`sql:users.email[2]`).
  if (selector.text === field.id) return [2, 2, selector.path === null ? 0 : 2, 2, 1];
  const source = matchSource(selector.source, field.source);
  if (!source) return null;
  const path = matchPath(selector, field);
  if (!path) return null;
  const name = bestName(selector.names, field);
  if (!name) return null;
  return [name.field, name.owner, path.level, source.level, name.literals + path.literals + source.literals];
}

export function matches(selector: Selector, field: Selectable): boolean {
  return matchSelector(selector, field) !== null;
}

/** Positive when `a` is the more specific. */
export function compareSpecificity(a: Specificity, b: Specificity): number {
  for (let part = 0; part < a.length; part++) {
    const difference = a[part]! - b[part]!;
    if (difference !== 0) return difference;
  }
  return 0;
}

interface PartMatch {
  readonly level: 0 | 1 | 2;
  readonly literals: number;
}

const OPEN: PartMatch = { level: 0, literals: 0 };
const EXACT: PartMatch = { level: 2, literals: 0 };

function matchSource(pattern: string | null, source: string): PartMatch | null {
  if (pattern === null || isAnything(pattern)) return OPEN;
  if (pattern === source) return EXACT;
  const member = alternatives(pattern).find((one) => matchesWildcard(one, source, true));
  return member === undefined ? null : { level: 1, literals: literalLength(member) };
}

function matchPath({ path, inPath }: Selector, { id, place }: Selectable): PartMatch | null {
  if (path === null || inPath === null || isAnything(path)) return OPEN;
  // An inherited field stands in its base's file, and its id may name the heir's.
  const hash = id.indexOf("#");
  const files = hash > 0 ? [place.file, id.slice(0, hash)] : [place.file];
  if (files.includes(path)) return EXACT;
  return hasGlob(path) && files.some(inPath) ? { level: 1, literals: literalLength(path) } : null;
}

function hasGlob(path: string): boolean {
  return hasWildcard(path) || /[[{]/.test(path);
}

function bestName(names: readonly string[], { owner, field }: Selectable): NameMatch | null {
  let best: NameMatch | null = null;
  for (const name of names) {
    const match = matchName(name, owner, field);
    if (match && (!best || compareName(match, best) > 0)) best = match;
  }
  return best;
}

function compareName(a: NameMatch, b: NameMatch): number {
  return a.field - b.field || a.owner - b.owner || a.literals - b.literals;
}
