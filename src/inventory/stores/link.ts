import {
  comparePlaces,
  compareText,
  groupBy,
  type Catalog,
  type Facts,
  type InventoryStore,
  type RegionFact,
  type StoreFact,
  type StoreKind,
} from "../../model/index.js";

/** Stores that the code shows, one for an engine at a place. What no file tells stays unknown. */
export function linkStores(files: readonly Facts[], catalog: Catalog): InventoryStore[] {
  const regions = files.flatMap(({ file, regions: own = [] }) => own.map((fact) => ({ file, fact })));
  const found = files.flatMap(({ file, stores = [] }) =>
    stores
      .filter(({ host }) => host === null || !isHere(host))
      .map((fact) => ({ file, fact, ...placeOf(fact, file, regions, catalog) })),
  );
  // An engine whose place is known somewhere is not told again as one whose place is not.
  const placed = new Set(found.filter(isPlaced).map(({ fact }) => fact.type));
  return [
    ...groupBy(
      found.filter((one) => isPlaced(one) || !placed.has(one.fact.type)),
      idOf,
    ),
  ]
    .map(([id, own]): InventoryStore => {
      const [first] = own;
      const copies = new Set(own.map(({ fact }) => fact.copy ?? null));
      return {
        id,
        type: first!.fact.type,
        kind: kindOf(first!.fact.type),
        provider: first!.provider,
        region: first!.region,
        country: first!.country,
        copy: copies.size === 1 ? [...copies][0]! : null,
        evidence: own
          .map(({ file, fact: { how, trace, span } }) => ({ how, trace, place: { file, ...span } }))
          .sort((a, b) => comparePlaces(a.place, b.place)),
      };
    })
    .sort((a, b) => compareText(a.id, b.id));
}

interface Placed {
  readonly provider: string | null;
  readonly region: string | null;
  readonly country: string | null;
}

interface Found extends Placed {
  readonly fact: StoreFact;
}

function isPlaced({ fact, country, region }: Found): boolean {
  return country !== null || region !== null || fact.host !== null;
}

function idOf({ fact, region, provider }: Found): string {
  const at = region ?? fact.host ?? null;
  return `${fact.type}${at ? `@${at}` : ""}${provider && !at?.includes(provider) ? ` (${provider})` : ""}`;
}

/** The developer's own machine, and the service of that name beside this one. */
function isHere(host: string): boolean {
  return (
    !host.includes(".") ||
    /^(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)|\.(?:local|internal|localhost|svc|test|invalid)$|\.svc\./.test(
      host,
    )
  );
}

function placeOf(
  fact: StoreFact,
  file: string,
  regions: readonly { readonly file: string; readonly fact: RegionFact }[],
  { regions: { providers } }: Catalog,
): Placed {
  const { host } = fact;
  const provider =
    host === null
      ? providers.find(({ id, terraform }) => fact.provider !== null && [id, terraform].includes(fact.provider))
      : providers.find(({ hosts = [] }) => hosts.some((end) => `.${host}`.endsWith(end) || host === end));
  if (!provider) return { provider: fact.provider, region: fact.region, country: null };
  const written = fact.region ?? (fact.how === "infrastructure" ? nearestRegion(fact, file, regions) : null);
  const region =
    written === null ? (host === null ? null : regionIn(host, provider.regions)) : regionIn(written, provider.regions);
  const country = region !== null ? (provider.regions[region] ?? null) : (provider.country ?? null);
  return { provider: provider.id, region: region ?? written, country };
}

/** A region by its name, or within a host or a zone: `eu-central-1a`, `aws-0-eu-central-1.pooler.…`. The longest name that fits. */
function regionIn(text: string, regions: Readonly<Record<string, string>>): string | null {
  const bare = text.toLowerCase().replaceAll(" ", "");
  const fits = Object.keys(regions).filter((name) => {
    const at = bare.indexOf(name);
    return at >= 0 && !/[a-z\d]/.test(bare[at - 1] ?? "") && !/\d/.test(bare[at + name.length] ?? "");
  });
  return fits.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Providers are configured in a file beside the resources, or above them. */
function nearestRegion(
  { provider }: StoreFact,
  file: string,
  regions: readonly { readonly file: string; readonly fact: RegionFact }[],
): string | null {
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  const own = regions.filter((one) => one.fact.provider === provider);
  const beside = own.filter((one) => folder.startsWith(one.file.slice(0, one.file.lastIndexOf("/") + 1)));
  const names = new Set((beside.length > 0 ? beside : own).map((one) => one.fact.region));
  return names.size === 1 ? [...names][0]! : null;
}

const KINDS: Readonly<Record<string, StoreKind>> = {
  redis: "cache",
  valkey: "cache",
  s3: "files",
  minio: "files",
  elasticsearch: "search",
  opensearch: "search",
  meilisearch: "search",
  rabbitmq: "queue",
  bigquery: "analytics",
  redshift: "analytics",
};

function kindOf(type: string): StoreKind {
  return Object.hasOwn(KINDS, type) ? KINDS[type]! : "database";
}
