import { classify, type Classified } from "../classify/index.js";
import {
  comparePlaces,
  compareText,
  groupBy,
  type Catalog,
  type Facts,
  type Inventory,
  type InventoryCookie,
  type InventoryField,
  type InventoryPractice,
  type InventoryRecipient,
  type LinkedField,
  type LinkedOwner,
  type Place,
  type RecipientFact,
  type Suppression,
} from "../model/index.js";
import { applyDrops } from "./drops.js";
import { linkCode, type LinkedCode } from "./code.js";
import { linkData } from "./data/index.js";
import { linkFlows } from "./flows/index.js";
import { identify } from "./identify.js";
import { linkOwners } from "./link.js";
import { createModuleResolver } from "./modules.js";
import { linkStores } from "./stores/link.js";
import { keepOnePerPlace } from "./same-place.js";

/** Links the facts of all files into the model that everything else queries. The order of the facts does not matter. */
export function buildInventory(facts: readonly Facts[], catalog: Catalog): Inventory {
  return linkInventory(facts, catalog).inventory;
}

/** The inventory, and the code behind it for those who look further into it. */
export function linkInventory(facts: readonly Facts[], catalog: Catalog): { inventory: Inventory; code: LinkedCode } {
  const files = [...facts].sort((a, b) => compareText(a.file, b.file));
  const modules = createModuleResolver(files);
  const owners = applyDrops(keepOnePerPlace(linkOwners(files, modules)), files);
  const classified = classify(owners, catalog);
  const reported = owners.flatMap((owner) => owner.fields.filter((field) => isReported(field, owner))).sort(byPlace);
  const data = linkData({ files, modules, owners, classified, fields: reported });
  const all = inventoryFields(reported, classified, data);
  const fields = all.filter(({ dataType }) => dataType !== null);
  const code = linkCode(files, modules, owners);
  const operations = code.operations();
  const found = files.flatMap(practices).sort((a, b) => comparePlaces(a.place, b.place));
  const inventory: Inventory = {
    fields,
    dismissed: all.filter(({ dataType }) => dataType === null),
    recipients: recipients(files),
    cookies: cookies(all, files, catalog),
    suppressions: files.flatMap(suppressions),
    practices: found,
    flows: linkFlows({ files, modules, owners, classified, fields: all, catalog }),
    stores: linkStores(files, catalog),
    retention: code.terms(operations, found),
    operations,
  };
  return { inventory, code };
}

function inventoryFields(
  reported: readonly LinkedField[],
  classified: Classified,
  data: ReadonlyMap<LinkedField, string>,
): InventoryField[] {
  const ids = identify(reported);
  return reported.map((field): InventoryField => {
    const { fact, owner, place } = field;
    const verdict = classified.fields.get(field)!;
    const datum = data.get(field);
    return {
      ...verdict,
      id: ids.get(field)!,
      source: owner.fact.source,
      owner: owner.fact.name,
      field: fact.name,
      place,
      kind: owner.fact.kind,
      type: fact.type ?? "unknown",
      hints: fact.hints ?? {},
      annotation: fact.annotation ?? null,
      ownerRole: classified.owners.get(owner)?.role ?? "unknown",
      ...(datum !== undefined && { datum }),
    };
  });
}

/**
 * An inherited field is reported where it is declared. Only what an abstract base declares is reported under its heirs, for the base by
 * itself collects nothing.
 */
function isReported(field: LinkedField, owner: LinkedOwner): boolean {
  const { abstract, kind } = field.declaredBy;
  return field.declaredBy === owner.fact ? !abstract || kind === "type" : abstract === true;
}

function byPlace(a: LinkedField, b: LinkedField): number {
  return (
    comparePlaces(a.place, b.place) ||
    compareText(a.owner.fact.source, b.owner.fact.source) ||
    compareText(a.owner.fact.name, b.owner.fact.name) ||
    compareText(a.fact.name, b.fact.name)
  );
}

function recipients(files: readonly Facts[]): InventoryRecipient[] {
  const mentions = files.flatMap(({ file, recipients: own }) =>
    own.map(({ recipient, how, trace, span }) => ({ recipient, how, trace, place: { file, ...span } })),
  );
  return [...groupBy(mentions, ({ recipient }) => recipient)]
    .map(([id, own]) => ({
      id,
      mentions: own
        .map(({ how, trace, place }) => ({ how, trace, place }))
        .sort((a, b) => comparePlaces(a.place, b.place)),
    }))
    .sort((a, b) => compareText(a.id, b.id));
}

/** Kinds of systems whose packages and hosts are as often used by servers, which set none of their cookies. */
const SPOKEN_TO_BY_SERVERS: ReadonlySet<string> = new Set(["social", "auth"]);

/** Traces of what runs on the page. */
const IN_PAGE: ReadonlySet<string> = new Set(["script", "global", "cookie"] satisfies RecipientFact["how"][]);

/** Cookies the code names, and those that the trackers it loads set by themselves. */
function cookies(fields: readonly InventoryField[], files: readonly Facts[], catalog: Catalog): InventoryCookie[] {
  const found = new Map<string, { places: Place[]; recipient: string | null }>();
  for (const { kind, field, place } of fields) {
    if (kind !== "cookie") continue;
    const cookie = found.get(field) ?? { places: [], recipient: null };
    cookie.places.push(place);
    found.set(field, cookie);
  }
  for (const { id, mentions } of recipients(files)) {
    const known = catalog.recipients.get(id);
    const setting = SPOKEN_TO_BY_SERVERS.has(known?.kind ?? "")
      ? mentions.filter(({ how }) => IN_PAGE.has(how))
      : mentions;
    if (setting.length === 0) continue;
    for (const { name } of known?.cookies ?? []) {
      if (!found.has(name)) found.set(name, { places: setting.map(({ place }) => place), recipient: id });
    }
  }
  return [...found].map(([name, cookie]) => ({ name, ...cookie })).sort((a, b) => compareText(a.name, b.name));
}

function practices({ file, practices: own = [] }: Facts): InventoryPractice[] {
  return own.map(({ span, ...practice }) => ({ ...practice, place: { file, ...span } }));
}

function suppressions({ file, suppressions: own }: Facts): Suppression[] {
  return own.map(({ rules, reason, span, from, to }) => ({ rules, reason, from, to, place: { file, ...span } }));
}
