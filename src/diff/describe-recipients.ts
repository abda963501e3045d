import { groupBy, type AuditResult, type Catalog, type Declared } from "../model/index.js";
import { aspectsOf, type Described } from "./described.js";

/** Third parties of the code and of the map, a party of both once; then the countries that data reach. */
export function describeRecipients(result: AuditResult, catalog: Pick<Catalog, "recipients">): Described[] {
  const declared = new Map((result.declared?.recipients ?? []).map((entry) => [entry.vendor ?? entry.id, entry]));
  const seen = result.recipients.map(({ id }) => id).filter((id) => isThirdParty(id, catalog));
  const ids = [...new Set([...declared.keys(), ...seen])];
  const recipients = ids.map((id) => describe(id, declared.get(id), seen.includes(id), catalog));
  return [...recipients, ...countries(result, recipients)];
}

/** What stays on the visitor's device reaches nobody. */
function isThirdParty(id: string, { recipients }: Pick<Catalog, "recipients">): boolean {
  return recipients.get(id)?.kind !== "device";
}

function describe(
  id: string,
  entry: Declared<"recipients"> | undefined,
  seen: boolean,
  { recipients }: Pick<Catalog, "recipients">,
): Described {
  return {
    about: "recipient",
    id,
    title: entry?.name ?? null,
    aspects: aspectsOf({
      "seen-in-code": seen,
      declared: entry !== undefined,
      role: entry?.role,
      country: entry?.country ?? recipients.get(id)?.country,
      categories: entry?.categories,
      agreement: entry?.agreement?.ref,
      safeguard: entry?.crossBorder?.gdprTool,
    }),
  };
}

function countries({ declared }: AuditResult, recipients: readonly Described[]): Described[] {
  const users = [
    ...recipients.flatMap(({ id, aspects }) => (aspects.get("country") ?? []).map((country) => ({ country, id }))),
    ...(declared?.stores ?? []).map(({ id, country }) => ({ country, id })),
  ];
  return [...groupBy(users, ({ country }) => country)].map(([country, own]) => ({
    about: "country",
    id: country,
    title: null,
    aspects: aspectsOf({ "used-by": own.map(({ id }) => id) }),
  }));
}

/** Cookies that the code sets or its trackers do, with what the map says of each. */
export function describeCookies({ cookies, declared }: AuditResult): Described[] {
  const entries = new Map((declared?.cookies ?? []).map((entry) => [entry.id, entry]));
  const seen = new Set(cookies.map(({ name }) => name));
  return [...new Set([...seen, ...entries.keys()])].map((id) => {
    const entry = entries.get(id);
    return {
      about: "cookie",
      id,
      title: null,
      aspects: aspectsOf({
        "seen-in-code": seen.has(id),
        declared: entry !== undefined,
        kind: entry?.kind,
        party: entry?.party,
        lifetime: entry?.lifetime,
        purposes: entry?.purposes,
      }),
    };
  });
}
