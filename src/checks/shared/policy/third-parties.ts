import type { AuditModel, Place, PolicyText } from "../../../model/index.js";
import { OwnSites } from "../../../reconcile/index.js";
import { affirmed, type Said } from "./text.js";
import { declarationsOf } from "../recipients.js";

/** A third party that receives data, by code or by map. */
export interface ThirdParty {
  readonly id: string;
  /** Kind in the catalogue; null for one that only the map knows. */
  readonly kind: string | null;
  readonly country: string | null;
  readonly vendor: string | null;
  readonly names: readonly string[];
  /** Where it is seen: in code, else in the map. */
  readonly place: Place | null;
  readonly inCode: boolean;
}

/** Kinds that are no third party to be named: the device itself, and libraries served from elsewhere. */
const NOT_NAMED: ReadonlySet<string> = new Set(["device"]);
/** Entries that stand for whatever service one chooses. */
const CHOSEN =
  /^(?:mail-server|log-server|language-model|s3-compatible|identity-provider|matrix|opentelemetry-collector)$/;

export function isNameable(id: string): boolean {
  return !CHOSEN.test(id);
}

/** Third parties of the code and the map, each once. */
export function thirdParties({ inventory, map, catalog }: AuditModel): ThirdParty[] {
  const own = new OwnSites(map);
  const declared = new Set<string>();
  const inCode = inventory.recipients.flatMap((recipient): ThirdParty[] => {
    const known = catalog.recipients.get(recipient.id);
    const entries = declarationsOf(recipient.id, map, catalog);
    for (const [key] of entries) declared.add(key);
    if (!known || NOT_NAMED.has(known.kind) || !isNameable(recipient.id) || own.holds(recipient)) return [];
    const best = recipient.mentions.find(({ how }) => how !== "dependency") ?? recipient.mentions[0];
    const entry = entries[0]?.[1];
    if (entry?.categories?.length === 0) return [];
    return [
      {
        id: recipient.id,
        kind: known.kind,
        country: entry?.country ?? known.country,
        vendor: known.vendor,
        names: [known.title.en, known.title.ru, known.vendor, ...(entry?.name ? [entry.name] : [])],
        place: best?.place ?? null,
        inCode: true,
      },
    ];
  });
  const inMap = [...map.recipients].flatMap(
    ([id, { vendor, name, country, role, categories, place }]): ThirdParty[] => {
      if (declared.has(id) || role === "authority" || role === "joint" || categories?.length === 0) return [];
      const known = catalog.recipients.get(vendor ?? id);
      const names = [name, vendor, known?.title.en, known?.title.ru].filter((one): one is string => Boolean(one));
      const named = names.length > 0 ? names : [id];
      return [
        { id, kind: known?.kind ?? null, country, vendor: known?.vendor ?? null, names: named, place, inCode: false },
      ];
    },
  );
  return [...inCode, ...inMap];
}

/** Where a policy names a third party, its company, or the class it belongs to. */
export function namedBy(text: PolicyText, { id, kind, vendor, names }: ThirdParty): Said[] {
  const byName = affirmed(text, "recipient").filter(({ value }) => value === id || value === `vendor:${vendor}`);
  const byClass = affirmed(text, "recipient-class").filter(
    ({ value }) => kind !== null && CLASSES[value]?.includes(kind),
  );
  if (byName.length + byClass.length > 0) return [...byName, ...byClass];
  const clause = text.clauses.find((one) => names.some((name) => name.length > 3 && one.text.includes(name)));
  return clause
    ? [{ kind: "recipient", value: id, denied: false, quote: clause.text.slice(0, 120), line: clause.line, clause }]
    : [];
}

/** Kinds of the catalogue that a class of recipients covers, for those whose names a policy need not give. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  cloud: ["cloud", "database", "storage", "cdn"],
  payment: ["payment"],
  mail: ["mail"],
  delivery: ["other"],
  "error-tracker": ["error-tracker", "monitoring", "logging"],
  support: ["support"],
  analytics: [],
  ads: [],
};
