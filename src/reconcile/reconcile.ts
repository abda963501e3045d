import type {
  Ambiguity,
  Catalog,
  Confidence,
  DataMap,
  Disagreement,
  FieldEntry,
  Inventory,
  InventoryField,
  NotPersonalEntry,
  ReconciledField,
  Reconciliation,
} from "../model/index.js";
import { comparePlaces } from "../model/index.js";
import { measureCoverage } from "./coverage.js";
import { disagreementsOf } from "./disagreements.js";
import { CookieMatcher } from "./match-cookie.js";
import { RetentionResolver } from "./retention.js";
import { SelectorIndex, type Claim } from "./selector-index.js";
import { compareSpecificity } from "./selector.js";

export interface ReconcileOptions {
  /** Fields below it ask for no entry. */
  readonly minConfidence: Confidence;
  readonly catalog: Pick<Catalog, "dataTypes">;
}

type AnyEntry = FieldEntry | NotPersonalEntry;

/** A key that points at a person ties records together and asks for no entry of its own. */
const REFERENCE = "person_reference";
const RANK = { low: 0, medium: 1, high: 2 } as const satisfies Record<Confidence, number>;

/** Holds what the code collects against what the map declares. */
export function reconcile(inventory: Inventory, map: DataMap, options: ReconcileOptions): Reconciliation {
  const index = new SelectorIndex<AnyEntry>([...map.fields, ...map.notPersonal], (entry) => entry.match);
  const cookies = new CookieMatcher(map.cookies);
  const retention = new RetentionResolver(map);
  const matched = new Set<AnyEntry>();
  const fields: ReconciledField[] = [];
  const references: InventoryField[] = [];
  const ambiguities: Ambiguity[] = [];
  const disagreements: Disagreement[] = [];

  for (const field of inventory.fields) {
    const claims = index.claims(field);
    for (const { entry } of claims) matched.add(entry);
    if (field.dataType === REFERENCE) {
      references.push(field);
      continue;
    }
    if (RANK[field.confidence] < RANK[options.minConfidence]) continue;
    const [winner, ...equals] = mostSpecific(claims);
    if (winner && equals.length > 0) ambiguities.push({ field, entries: [winner, ...equals] });
    const entry = winner && isFieldEntry(winner) ? winner : null;
    if (entry && field.annotation) disagreements.push(...disagreementsOf(field, field.annotation, entry));
    fields.push(declare(field, entry, winner && !entry ? (winner as NotPersonalEntry) : null));
  }
  // An entry for a field judged not personal is not stale: the map knows better, or says so.
  for (const field of inventory.dismissed) for (const { entry } of index.claims(field)) matched.add(entry);

  fields.sort((a, b) => comparePlaces(a.field.place, b.field.place));
  return {
    fields,
    references,
    unmatched: [...map.fields, ...map.notPersonal].filter((entry) => !matched.has(entry)),
    ambiguities,
    disagreements,
    coverage: measureCoverage(fields),
  };

  function declare(
    field: InventoryField,
    entry: FieldEntry | null,
    notPersonal: NotPersonalEntry | null,
  ): ReconciledField {
    const annotation = notPersonal ? null : field.annotation;
    const cookie = field.kind === "cookie" ? cookies.find(field.field) : null;
    const category = entry?.category ?? annotation?.category ?? null;
    const purposes = firstFilled(entry?.purposes, annotation?.purposes, cookie?.purposes);
    const ofPurposes = purposes.flatMap((purpose) => map.purposes.get(purpose)?.subjects ?? []);
    return {
      field,
      entry,
      notPersonal,
      cookie,
      category,
      purposes,
      subjects: firstFilled(entry?.subjects, [...new Set(ofPurposes)]),
      retention: notPersonal ? [] : retention.of(field, entry, category, purposes),
    };
  }
}

/** The entries that say most of the field: one, or several that say equally much. Entries for personal data come before denials. */
function mostSpecific(claims: readonly Claim<AnyEntry>[]): AnyEntry[] {
  const best = claims.reduce<Claim<AnyEntry> | null>(
    (top, claim) => (top && compareSpecificity(top.specificity, claim.specificity) >= 0 ? top : claim),
    null,
  );
  if (!best) return [];
  return claims
    .filter(({ specificity }) => compareSpecificity(specificity, best.specificity) === 0)
    .map(({ entry }) => entry)
    .sort((a, b) => Number(isFieldEntry(b)) - Number(isFieldEntry(a)) || comparePlaces(a.place, b.place));
}

function isFieldEntry(entry: AnyEntry): entry is FieldEntry {
  return "purposes" in entry;
}

function firstFilled(...lists: readonly (readonly string[] | undefined)[]): readonly string[] {
  return lists.find((list) => list && list.length > 0) ?? [];
}
