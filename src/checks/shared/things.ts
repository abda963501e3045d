import { durationInDays } from "../../data-map/index.js";
import type { AuditModel, FindingFact, InventoryFlow, Place, ReconciledField, Recipient } from "../../model/index.js";
import { CookieMatcher, OwnSites, recipientRows } from "../../reconcile/index.js";
import type { Properties, Value } from "./conditions.js";
import { pathOf } from "./flows.js";
import { declarationsOf } from "./recipients.js";
import { labelOf, personalRows } from "./rows.js";
import { rowsByStore } from "./stores.js";

/** What a user's rule may speak of. */
export type Kind = "field" | "flow" | "recipient" | "cookie" | "store";

/** One thing with everything that a condition may ask of it. */
export interface Thing {
  readonly subject: string;
  readonly place: Place | null;
  readonly properties: Properties;
  readonly related?: NonNullable<FindingFact["related"]>;
}

const READERS = {
  field: fields,
  flow: flows,
  recipient: recipients,
  cookie: cookies,
  store: stores,
} as const satisfies Record<Kind, (model: AuditModel) => Iterable<Thing>>;

/** Every thing of a kind in the model, ordered as the inventory has it. */
export function things(kind: Kind, model: AuditModel): Iterable<Thing> {
  return READERS[kind](model);
}

function properties(values: Readonly<Record<string, Value>>): Properties {
  return new Map(Object.entries(values));
}

function* fields(model: AuditModel): Iterable<Thing> {
  for (const row of personalRows(model)) {
    const { id, source, owner, field, kind, place, dataType, special, confidence, ownerRole } = row.field;
    yield {
      subject: labelOf(row.field),
      place,
      properties: properties({
        ...{ id, source, owner, field, kind, dataType, special, confidence, ownerRole },
        file: place.file,
        ...ofRow(row),
        declared: row.entry !== null || row.cookie !== null || row.field.annotation !== null,
      }),
    };
  }
}

function ofRow({ category, purposes, subjects, retention, entry }: ReconciledField): Record<string, Value> {
  return { category, purposes, subjects, retention, store: entry?.store ?? null };
}

function* flows(model: AuditModel): Iterable<Thing> {
  const rows = new Map(model.reconciliation.fields.map((row) => [row.field.id, row]));
  const own = new OwnSites(model.map);
  for (const flow of model.inventory.flows) {
    const { kind, recipient, callee, key, place } = flow.sink;
    for (const datum of flow.data) {
      const row = datum.field === null ? undefined : rows.get(datum.field);
      if (row?.notPersonal) continue;
      yield {
        subject: `${place.file}: ${callee} ${datum.name}`,
        place,
        properties: properties({
          ...{ sink: kind, recipient, callee, key, file: place.file },
          ...ofRecipient(recipient, model, own),
          ...{ dataType: datum.dataType, special: datum.special, confidence: datum.confidence, name: datum.name },
          ...{ field: datum.field, category: row?.category ?? categoryOf(datum, model), purposes: row?.purposes ?? [] },
        }),
        related: pathOf([datum], place),
      };
    }
  }
}

/** The only category of the map that lists a datum's type. */
function categoryOf({ dataType }: InventoryFlow["data"][number], { map }: AuditModel): string | null {
  const listing = [...map.categories].filter(([, { items }]) => items.includes(dataType));
  return listing.length === 1 ? listing[0]![0] : null;
}

/** What catalogue and map say of a recipient; all unknown where the data reach none. */
function ofRecipient(id: string | null, { map, catalog, inventory }: AuditModel, own: OwnSites): Record<string, Value> {
  const known = id === null ? undefined : catalog.recipients.get(id);
  const entry: Recipient | undefined = id === null ? undefined : declarationsOf(id, map, catalog)[0]?.[1];
  const mentions = inventory.recipients.find((one) => one.id === id)?.mentions ?? [];
  return {
    recipientKind: known?.kind ?? null,
    party: id === null ? null : own.holds({ id, mentions }) ? "first" : "third",
    country: entry?.country ?? known?.country ?? null,
    role: entry?.role ?? null,
    agreement: id === null ? null : (entry?.agreement ?? null) !== null,
    declared: id === null ? null : entry !== undefined,
  };
}

function* recipients(model: AuditModel): Iterable<Thing> {
  const own = new OwnSites(model.map);
  for (const { id, mentions, data } of recipientRows(model.inventory, model.map)) {
    const place = mentions.find(({ how }) => how !== "dependency")?.place ?? mentions[0]?.place ?? null;
    const types = [...new Set(data.map(({ dataType }) => dataType))];
    yield {
      subject: id,
      place,
      properties: properties({
        id,
        ...ofRecipient(id, model, own),
        categories: declarationsOf(id, model.map, model.catalog).flatMap(([, { categories }]) => categories ?? []),
        dataTypes: types,
        specials: specialsOf(types, model),
        fields: data.flatMap(({ field }) => field ?? []),
        how: [...new Set(mentions.map(({ how }) => how))],
        file: mentions.map((mention) => mention.place.file),
      }),
    };
  }
}

function specialsOf(types: readonly string[], { catalog }: AuditModel): string[] {
  return [...new Set(types.flatMap((type) => catalog.dataTypes.get(type)?.special ?? []))];
}

function* cookies(model: AuditModel): Iterable<Thing> {
  const declared = new CookieMatcher(model.map.cookies);
  for (const { name, places, recipient } of model.inventory.cookies) {
    const entry = declared.find(name);
    yield {
      subject: name,
      place: places[0] ?? null,
      properties: properties({
        ...{
          name,
          recipient,
          declared: entry !== null,
          party: entry?.party ?? (recipient === null ? "first" : "third"),
        },
        cookieKind: entry?.kind ?? null,
        lifetimeDays: entry === null ? null : entry.lifetime === "session" ? 0 : durationInDays(entry.lifetime),
        holdsPersonalData: entry?.holdsPersonalData ?? null,
        file: places.map(({ file }) => file),
      }),
    };
  }
}

function* stores(model: AuditModel): Iterable<Thing> {
  const rows = rowsByStore(model);
  for (const [id, { type, country, role, encryption, place }] of model.map.stores) {
    const own = rows.get(id) ?? [];
    const types = [...new Set(own.map(({ field }) => field.dataType!))];
    yield {
      subject: id,
      place,
      properties: properties({
        ...{ id, type, country, role, encryption },
        categories: [...new Set(own.flatMap(({ category }) => category ?? []))],
        dataTypes: types,
        specials: [...new Set(own.flatMap(({ field }) => field.special ?? []))],
      }),
    };
  }
}
