import type { CategoryKind } from "./data-map.js";
import type { Special } from "./inventory.js";

/** Kinds of data that the table of protection levels tells apart. */
export type ProtectedKind = "special" | "biometric" | "public" | "general";

/** One line of the table: the level that a threat type, kinds of data and a number of people who are not employees ask for. */
export interface ProtectionLine {
  readonly level: number;
  readonly threat: number;
  readonly kinds: readonly ProtectedKind[];
  /** More than this many people; left out, any number. */
  readonly outsiders?: number;
}

export interface ProtectedSystem {
  readonly threat: number;
  readonly kinds: ReadonlySet<ProtectedKind>;
  /** People who are no employees, as far as they are counted. */
  readonly people: number;
}

/** The first line of the table that fits decides; null where none does. */
export function protectionLine(
  table: readonly ProtectionLine[],
  { threat, kinds, people }: ProtectedSystem,
): ProtectionLine | null {
  const fits = (line: ProtectionLine): boolean =>
    line.threat === threat &&
    line.kinds.some((kind) => kinds.has(kind)) &&
    (line.outsiders === undefined || people > line.outsiders);
  return table.find(fits) ?? null;
}

const KINDS = {
  general: "general",
  special: "special",
  biometric: "biometric",
  // Data on criminal record stand in the article on special categories.
  criminal: "special",
  anonymised: null,
  distribution_permitted: "public",
} as const satisfies Record<CategoryKind, ProtectedKind | null>;

/** What a datum counts as: what it is seen to be outweighs what its category says. Null for data that are no longer personal. */
export function protectedKind(category: CategoryKind | null, special: Special | null): ProtectedKind | null {
  if (special !== null) return special === "biometric" ? "biometric" : "special";
  return KINDS[category ?? "general"];
}
