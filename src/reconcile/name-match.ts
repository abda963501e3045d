import { hasWildcard, isAnything, literalLength, matchesWildcard } from "./wildcard.js";

/** How far a name pattern matched: 2 exact, 1 in part, 0 left open. */
export interface NameMatch {
  readonly field: number;
  readonly owner: number;
  /** Literal characters in the parts matched in part. */
  readonly literals: number;
}

/**
 * `Owner.field` against one field. Owners and field paths may both hold dots (`POST /v1.0/leads`, `address.city`), so every dot is tried as the
 * border. A name without a border is a field of any owner, or an owner with all its fields. A path covers what lies under it: `User.address`
 * matches `User.address.city`, less specifically than the full path does.
 */
export function matchName(pattern: string, owner: string, field: string): NameMatch | null {
  if (isAnything(pattern)) return { field: 0, owner: 0, literals: 0 };
  if (owner === "") return withOwner(0, 0, matchField(pattern, field, false));
  if (pattern === `${owner}.${field}`) return { field: 2, owner: 2, literals: 0 };
  const found: (NameMatch | null)[] = [];
  for (let dot = pattern.indexOf("."); dot !== -1; dot = pattern.indexOf(".", dot + 1)) {
    const ownerPattern = pattern.slice(0, dot);
    const level = matchOwner(ownerPattern, owner);
    if (level === null) continue;
    const literals = level === 1 ? literalLength(ownerPattern) : 0;
    found.push(withOwner(level, literals, matchField(pattern.slice(dot + 1), field, isAnything(ownerPattern))));
  }
  if (pattern === owner) found.push({ field: 0, owner: 2, literals: 0 });
  found.push(ownerLeftOut(pattern, field));
  return best(found);
}

function ownerLeftOut(pattern: string, field: string): NameMatch | null {
  if (pattern === field) return { field: 2, owner: 0, literals: 0 };
  if (pattern.includes(".") || !hasWildcard(pattern) || !matchesWildcard(pattern, field, false)) return null;
  return { field: 1, owner: 0, literals: literalLength(pattern) };
}

function matchOwner(pattern: string, owner: string): 0 | 1 | 2 | null {
  if (pattern === owner) return 2;
  if (isAnything(pattern)) return 0;
  return hasWildcard(pattern) && matchesWildcard(pattern, owner, true) ? 1 : null;
}

interface FieldMatch {
  readonly level: 0 | 1 | 2;
  readonly literals: number;
}

/** `anywhere`: the owner is left open, and so is the path above the field (`*.email` matches `contact.email`). */
function matchField(pattern: string, field: string, anywhere: boolean): FieldMatch | null {
  if (pattern === field) return { level: 2, literals: 0 };
  if (isAnything(pattern)) return { level: 0, literals: 0 };
  const wild = hasWildcard(pattern);
  for (const start of anywhere ? segmentStarts(field) : [0]) {
    const rest = field.slice(start);
    if (coversPath(pattern, rest, wild)) return { level: 1, literals: wild ? literalLength(pattern) : pattern.length };
  }
  return null;
}

function coversPath(pattern: string, path: string, wild: boolean): boolean {
  if (!wild) return path === pattern || path.startsWith(`${pattern}.`);
  if (matchesWildcard(pattern, path, false)) return true;
  for (let dot = path.indexOf("."); dot !== -1; dot = path.indexOf(".", dot + 1)) {
    if (matchesWildcard(pattern, path.slice(0, dot), false)) return true;
  }
  return false;
}

function segmentStarts(path: string): number[] {
  const starts = [0];
  for (let dot = path.indexOf("."); dot !== -1; dot = path.indexOf(".", dot + 1)) starts.push(dot + 1);
  return starts;
}

function withOwner(owner: number, literals: number, match: FieldMatch | null): NameMatch | null {
  return match && { field: match.level, owner, literals: literals + match.literals };
}

function best(found: readonly (NameMatch | null)[]): NameMatch | null {
  let top: NameMatch | null = null;
  for (const match of found) {
    if (!match) continue;
    const gain = top && (match.field - top.field || match.owner - top.owner || match.literals - top.literals);
    if (gain === null || gain > 0) top = match;
  }
  return top;
}
