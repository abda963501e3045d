import { compareText, type DataMap, type Place } from "../../model/index.js";
import { defineCheck } from "../check.js";

/** What the regulator is told under article 22, and in which the map no longer is what it was when the notification was filed. */
export default defineCheck({
  id: "regulator/drifted-notification",
  *run({ map, filed }) {
    const filing = map.controller.art22;
    if (!filing || !filed) return;
    for (const { what, name, change, place } of differences(filed, map)) {
      yield {
        subject: `${what}:${name}`,
        place: place ?? filing.place,
        data: { what, name, change, number: filing.number, filed: filing.updated ?? filing.filed },
        related: place ? [{ place: filing.place, role: "entry" }] : [],
      };
    }
  },
});

interface Difference {
  readonly what: "operator" | "purpose" | "data" | "subject" | "basis" | "operation" | "store" | "transfer";
  readonly name: string;
  readonly change: "added" | "removed" | "changed";
  readonly place: Place | null;
}

function* differences(before: DataMap, now: DataMap): Iterable<Difference> {
  for (const key of ["name", "address", "inn", "ogrn"] as const) {
    if (before.controller[key] !== now.controller[key])
      yield { what: "operator", name: key, change: "changed", place: now.controller.place };
  }
  yield* sets("purpose", [...before.purposes.keys()], [...now.purposes.keys()], (id) => now.purposes.get(id)?.place);
  for (const [id, purpose] of now.purposes) {
    const old = before.purposes.get(id);
    if (!old) continue;
    const within = (names: readonly string[]): string[] => names.map((name) => `${id}: ${name}`);
    const place = (): Place => purpose.place;
    yield* sets("data", within(itemsOf(before, old.categories)), within(itemsOf(now, purpose.categories)), place);
    yield* sets("subject", within(old.subjects), within(purpose.subjects), place);
    yield* sets(
      "basis",
      within(old.bases.map(({ type }) => type)),
      within(purpose.bases.map(({ type }) => type)),
      place,
    );
    yield* sets("operation", within(old.operations ?? []), within(purpose.operations ?? []), place);
  }
  const stores = (map: DataMap): string[] =>
    [...map.stores].map(([id, { country, address }]) => `${id} (${[country, address].filter(Boolean).join(", ")})`);
  yield* sets("store", stores(before), stores(now), (name) => now.stores.get(name.split(" ")[0]!)?.place);
  yield* sets(
    "transfer",
    countriesOf(before),
    countriesOf(now),
    (code) => [...now.recipients.values()].find(({ country }) => country === code)?.place,
  );
}

/** Data types of the categories that a purpose may use. */
function itemsOf({ categories }: DataMap, ids: readonly string[] | null): string[] {
  return (ids ?? []).flatMap((id) => categories.get(id)?.items ?? []);
}

function countriesOf({ recipients, controller }: DataMap): string[] {
  return [...recipients.values()].map(({ country }) => country).filter((country) => country !== controller.country);
}

function* sets(
  what: Difference["what"],
  before: readonly string[],
  now: readonly string[],
  placeOf: (name: string) => Place | null | undefined,
): Iterable<Difference> {
  const [old, fresh] = [new Set(before), new Set(now)];
  for (const name of [...new Set([...before, ...now])].sort(compareText)) {
    if (!old.has(name)) yield { what, name, change: "added", place: placeOf(name) ?? null };
    else if (!fresh.has(name)) yield { what, name, change: "removed", place: null };
  }
}
