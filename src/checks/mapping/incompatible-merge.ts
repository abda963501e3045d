import { groupBy, type AuditModel, type DataMap, type FindingFact, type ReconciledField } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { practicesOf } from "../shared/practices.js";
import { bareName, relationsOf } from "../shared/records.js";
import { entryLabel, liveEntries, personalRows } from "../shared/rows.js";

/** Data kept for purposes that the map calls incompatible, joined by a query or held for both at once. */
export default defineCheck({
  id: "mapping/incompatible-merge",
  *run(model) {
    yield* sharedEntries(model);
    const byName = groupBy(
      personalRows(model).filter(({ field }) => field.kind === "store"),
      ({ field }) => bareName(field.owner),
    );
    const joins = [
      ...practicesOf(model, "join").map(({ owners, place }) => ({ owners, place })),
      ...model.inventory.operations.map((effect) => ({
        owners: [effect.record, ...relationsOf(effect)],
        place: effect.place,
      })),
    ];
    for (const { owners, place } of joins) {
      const purposes = owners.map((name) => ({ name, purposes: purposesOf(byName.get(bareName(name)) ?? []) }));
      for (const [index, one] of purposes.entries()) {
        const other = purposes.slice(index + 1).find((two) => areApart(one.purposes, two.purposes, model.map));
        if (!other) continue;
        const clash = clashOf(one.purposes, other.purposes, model.map)!;
        yield {
          subject: `${place.file}: ${one.name} ${other.name}`,
          place,
          data: { problem: "join", records: [one.name, other.name], purposes: clash, entry: "" },
        };
      }
    }
  },
});

function* sharedEntries(model: AuditModel): Iterable<FindingFact> {
  for (const entry of liveEntries(model).keys()) {
    const clash = clashOf(entry.purposes, entry.purposes, model.map);
    if (!clash) continue;
    yield {
      subject: entryLabel(entry),
      place: entry.place,
      data: { problem: "entry", records: [], purposes: clash, entry: entryLabel(entry) },
    };
  }
}

function purposesOf(rows: readonly ReconciledField[]): string[] {
  return [...new Set(rows.flatMap(({ purposes }) => purposes))];
}

/** Records that share a purpose may be joined for it. */
function areApart(a: readonly string[], b: readonly string[], map: DataMap): boolean {
  return !a.some((id) => b.includes(id)) && clashOf(a, b, map) !== null;
}

function clashOf(a: readonly string[], b: readonly string[], { purposes }: DataMap): [string, string] | null {
  for (const one of a)
    for (const two of b)
      if (purposes.get(one)?.incompatibleWith.includes(two) || purposes.get(two)?.incompatibleWith.includes(one))
        return [one, two];
  return null;
}
