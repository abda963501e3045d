import { getDomain } from "tldts";
import {
  compareText,
  groupBy,
  type DataMap,
  type Inventory,
  type InventoryFlow,
  type InventoryRecipient,
  type RecipientRow,
} from "../model/index.js";

/** Tells the controller's own sites from those of others: by registrable domain, whatever the subdomain. */
export class OwnSites {
  readonly #domains: ReadonlySet<string>;

  constructor(map: Pick<DataMap, "controller"> | null) {
    this.#domains = new Set((map?.controller.sites ?? []).flatMap((site) => domainOf(site) ?? []));
  }

  has(host: string): boolean {
    const domain = domainOf(host);
    return domain !== null && this.#domains.has(domain);
  }

  /** Whether a recipient is reached on own sites alone: one that runs there is no third party. */
  holds({ id, mentions }: Pick<InventoryRecipient, "id" | "mentions">): boolean {
    if (id.startsWith(HOST)) return this.has(id.slice(HOST.length));
    const hosts = mentions.filter(({ how }) => how === "host" || how === "script");
    return hosts.length > 0 && hosts.length === mentions.length && hosts.every(({ trace }) => this.has(trace));
  }
}

/** Recipients that no catalogue knows are named by their hosts. */
const HOST = "host:";

/** `*.shop.example`, `https://shop.example/about`, `shop.example` → `shop.example`. */
function domainOf(site: string): string | null {
  return getDomain(site.replace(/^(\w+:\/\/)?\*\./, "$1").toLowerCase());
}

/** Every recipient with the data that reach it; hosts that no catalogue knows stand behind those it does. */
export function recipientRows(
  { recipients, flows }: Pick<Inventory, "recipients" | "flows">,
  map: Pick<DataMap, "controller"> | null,
): RecipientRow[] {
  const own = new OwnSites(map);
  const reaching = groupBy(
    flows.filter(({ sink }) => sink.recipient !== null),
    ({ sink }) => sink.recipient!,
  );
  const known = new Set(recipients.map(({ id }) => id));
  const hosts = [...reaching].flatMap(([id, given]): InventoryRecipient[] =>
    known.has(id) || !id.startsWith(HOST)
      ? []
      : [{ id, mentions: given.map(({ sink }) => ({ how: "host", trace: id.slice(HOST.length), place: sink.place })) }],
  );
  return [...recipients, ...hosts.sort((a, b) => compareText(a.id, b.id))].map((recipient) => ({
    ...recipient,
    party: own.holds(recipient) ? "first" : "third",
    data: dataIn(reaching.get(recipient.id) ?? []),
  }));
}

function dataIn(flows: readonly InventoryFlow[]): RecipientRow["data"] {
  const rows = flows.flatMap(({ data, sink }) =>
    data.map(({ dataType, name, field }) => ({ dataType, name, field, place: sink.place })),
  );
  const once = [...groupBy(rows, ({ dataType, name, field }) => `${dataType}\0${name}\0${field ?? ""}`).values()];
  return once
    .map(([first]) => first!)
    .sort(
      (a, b) =>
        compareText(a.dataType, b.dataType) || compareText(a.name, b.name) || compareText(a.field ?? "", b.field ?? ""),
    );
}
