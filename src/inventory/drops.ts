import { compareText, groupBy, type DropFact, type Facts, type LinkedOwner } from "../model/index.js";

interface Drop extends DropFact {
  readonly file: string;
}

/**
 * Takes away what a later migration drops: a column added and dropped again is not collected. Migrations run in the order of their file
 * names, the way every migration tool numbers them; within a file, from top to bottom.
 */
export function applyDrops(owners: readonly LinkedOwner[], files: readonly Facts[]): LinkedOwner[] {
  const drops = files.flatMap(({ file, drops: own }) => own.map((drop): Drop => ({ ...drop, file })));
  if (drops.length === 0) return [...owners];
  const byTable = groupBy(drops, ({ table }) => fold(table));
  return owners.flatMap((owner) => {
    const { fact } = owner;
    const own = fact.kind === "store" ? (byTable.get(fold(fact.table ?? fact.name)) ?? []) : [];
    if (own.length === 0) return [owner];
    const kept = owner.fields.filter(({ place, fact: field }) => {
      const name = fold(field.hints?.storedAs ?? field.name);
      return !own.some(
        (drop) =>
          isLater(drop, place) && sameSeries(drop.file, place.file) && (!drop.column || fold(drop.column) === name),
      );
    });
    if (kept.length === owner.fields.length) return [owner];
    return kept.length === 0 ? [] : [Object.assign(owner, { fields: kept })];
  });
}

function isLater(drop: Drop, place: { file: string; line: number }): boolean {
  return (compareText(drop.file, place.file) || drop.span.line - place.line) > 0;
}

/** A migration undoes only what migrations beside it have done; models elsewhere say what is there today. */
function sameSeries(a: string, b: string): boolean {
  return series(a) === series(b);
}

function series(file: string): string {
  const parts = file.split("/");
  const at = parts.findIndex((part) => /migrat|alteration|drizzle/i.test(part));
  return parts.slice(0, at < 0 ? -1 : at + 1).join("/");
}

function fold(name: string): string {
  return name
    .replace(/^.*[.]/, "")
    .replaceAll(/["'`_]/g, "")
    .toLowerCase();
}
