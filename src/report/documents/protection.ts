import {
  protectedKind,
  protectionLine,
  type Declared,
  type ProtectedKind,
  type ProtectionLine,
} from "../../model/index.js";
import { lawValue, rowsOfStore, unique } from "./data.js";
import type { Drafting } from "./drafting.js";

/** What the protection level of a store follows from. */
export interface Level {
  readonly kinds: ReadonlySet<ProtectedKind>;
  /** People who are no employees, as far as the map counts them. */
  readonly people: number;
  /** Kinds of people whose number the map does not give. */
  readonly uncounted: readonly string[];
  /** For each type of threats the line of the table that decides. */
  readonly lines: readonly { readonly threat: number; readonly line: ProtectionLine | null }[];
  readonly threat: number | null;
  readonly declared: number | null;
}

const THREATS = [1, 2, 3] as const;

export function levelOf(draft: Drafting, store: Declared<"stores">): Level {
  const { map } = draft;
  const rows = rowsOfStore(draft, store.id);
  const kinds = new Set(
    rows.flatMap(({ category, special }) => {
      const kind = map.categories.find(({ id }) => id === category)?.kind ?? null;
      return protectedKind(kind, special) ?? [];
    }),
  );
  const named = unique(rows.flatMap(({ subjects }) => subjects));
  const outsiders = map.subjects.filter(
    ({ id, kind }) => kind !== "employee" && (named.length === 0 || named.includes(id)),
  );
  const people = outsiders.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const table = (lawValue(draft, "protection-levels") ?? []) as readonly ProtectionLine[];
  return {
    kinds,
    people,
    uncounted: outsiders.flatMap(({ id, count }) => (count === null ? [id] : [])),
    lines: THREATS.map((threat) => ({ threat, line: protectionLine(table, { threat, kinds, people }) })),
    threat: store.threatType,
    declared: store.declaredLevel,
  };
}

/** The level declared and the level that the data ask for, in words. */
export function levelWords({ say }: Drafting, { lines, threat, declared, kinds }: Level): string[] {
  if (kinds.size === 0) return [say("level.nothing")];
  const own = threat === null ? lines : lines.filter((one) => one.threat === threat);
  return [
    declared === null ? say("level.undeclared") : say("level.declared", { level: String(declared) }),
    ...own.map((one) =>
      say("level.required", { threat: String(one.threat), level: one.line === null ? "—" : String(one.line.level) }),
    ),
  ];
}
