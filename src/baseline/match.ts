import { groupBy, withoutPath, type Finding, type RememberedFinding } from "../model/index.js";

export interface Matched {
  readonly known: readonly Finding[];
  readonly fresh: readonly Finding[];
  readonly gone: readonly RememberedFinding[];
}

/** Whether the file a finding stood in is the one it stands in now. */
export type SameFile = (before: string, now: string) => boolean;

/** Whether a file is one of the map's. */
export type IsMap = (file: string) => boolean;

/**
 * Pairs findings with those remembered, one with one. Rule and subject must agree, and so must the file, first by its name, then, for what is
 * left, by `moved`: so the one finding that is new among several of one name is the one told.
 */
export function matchFindings(
  findings: readonly Finding[],
  remembered: readonly RememberedFinding[],
  isMap: IsMap,
  moved: SameFile = () => false,
): Matched {
  const waiting = groupBy(remembered, (each) => keyOf(each));
  const known = new Set<Finding>();
  const pair = (same: (before: string | null, now: string | null) => boolean): void => {
    for (const finding of findings) {
      if (known.has(finding)) continue;
      const now = remember(finding, isMap);
      const candidates = waiting.get(keyOf(now)) ?? [];
      const index = candidates.findIndex(({ file }) => same(file, now.file));
      if (index < 0) continue;
      candidates.splice(index, 1);
      known.add(finding);
    }
  };
  pair((before, now) => before === now);
  pair((before, now) => before !== null && now !== null && moved(before, now));
  const left = new Set([...waiting.values()].flat());
  return {
    known: findings.filter((finding) => known.has(finding)),
    fresh: findings.filter((finding) => !known.has(finding)),
    gone: remembered.filter((each) => left.has(each)),
  };
}

export function remember({ rule, subject, place }: Finding, isMap: IsMap): RememberedFinding {
  return { rule, subject, file: place && !isMap(place.file) ? place.file : null };
}

/** Rule and subject, without the paths that a subject may hold: files are compared by themselves. */
function keyOf({ rule, subject, file }: RememberedFinding): string {
  const rest = file !== null && subject.startsWith(file) ? subject.slice(file.length) : null;
  return `${rule}\0${rest !== null && /^(?:$|[ :])/.test(rest) ? rest : withoutPath(subject)}`;
}
