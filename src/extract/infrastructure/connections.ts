import type { StoreFact } from "../../model/index.js";
import type { Range } from "../source-text.js";

export type StoreDraft = Omit<StoreFact, "span"> & { readonly at: Range };

/** Schemes of connection strings, with the engine behind each. */
const ENGINES: Readonly<Record<string, string>> = {
  postgres: "postgres",
  postgresql: "postgres",
  mysql: "mysql",
  mysql2: "mysql",
  mariadb: "mariadb",
  mongodb: "mongodb",
  redis: "redis",
  rediss: "redis",
  valkey: "valkey",
  clickhouse: "clickhouse",
  mssql: "mssql",
  sqlserver: "mssql",
  cockroachdb: "cockroachdb",
  cassandra: "cassandra",
  neo4j: "neo4j",
  bolt: "neo4j",
  libsql: "sqlite",
};

const CONNECTION = new RegExp(
  `\\b(${Object.keys(ENGINES).join("|")})(?:\\+[a-z]{1,8})?://(?:[^\\s"'\`@/<>]{0,200}@)?([A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,250}[A-Za-z0-9_])?)`,
  "g",
);

/** Hosts of stores known by their own domains, where no scheme gives them away. */
const SERVICE_HOSTS: readonly (readonly [type: string, host: RegExp])[] = [
  ["postgres", /\b[\w.-]{1,120}\.(?:pooler\.supabase\.com|neon\.tech)\b/g],
  ["supabase", /\b[\w-]{1,60}\.supabase\.co\b/g],
  ["mongodb", /\b[\w.-]{1,120}\.mongodb\.net\b/g],
  ["mysql", /\b[\w.-]{1,120}\.psdb\.cloud\b/g],
  ["database", /\b[\w.-]{1,120}\.rds\.amazonaws\.com\b/g],
  ["redis", /\b[\w.-]{1,120}\.(?:cache\.amazonaws\.com|upstash\.io)\b/g],
  [
    "database",
    /\b[\w.-]{1,120}\.(?:database\.azure\.com|database\.windows\.net|mdb\.yandexcloud\.net|db\.ondigitalocean\.com)\b/g,
  ],
  ["s3", /\bs3[.-][a-z]{2}-[a-z]{1,12}-\d\.amazonaws\.com\b/g],
  [
    "s3",
    /\b[\w.-]{0,80}(?:digitaloceanspaces\.com|storage\.yandexcloud\.net|selcdn\.ru|bizmrg\.com|twcstorage\.ru)\b/g,
  ],
];

/** What every such host ends in: a search for these costs a fraction of one for whole hosts. */
const NAMES_SERVICE =
  /supabase\.co|neon\.tech|mongodb\.net|psdb\.cloud|amazonaws\.com|upstash\.io|azure\.com|windows\.net|yandexcloud\.net|ondigitalocean\.com|digitaloceanspaces\.com|selcdn\.ru|bizmrg\.com|twcstorage\.ru/;

/** Hosts shown in documentation stand for no store. */
const EXAMPLE =
  /^(?:example|user|username|host|hostname|server|your[-_].*|.*[-_.]example|.*\.example\.(?:com|org|net)|my[-_]?(?:host|server|db))$/i;

/** Connection strings and hosts of stores in any text. Keys and passwords are left out of what is told. */
export function* connections(text: string): Generator<StoreDraft> {
  const seen: Range[] = [];
  for (const match of text.matchAll(CONNECTION)) {
    const [whole, scheme, host] = match as unknown as [string, string, string];
    const at: Range = [match.index + whole.length - host.length, match.index + whole.length];
    if (EXAMPLE.test(host)) continue;
    seen.push([match.index, at[1]]);
    yield storeAt(ENGINES[scheme]!, host, `${scheme}://${host}`, at);
  }
  if (!NAMES_SERVICE.test(text)) return;
  for (const [type, pattern] of SERVICE_HOSTS) {
    for (const match of text.matchAll(pattern)) {
      const at: Range = [match.index, match.index + match[0].length];
      if (seen.some(([start, end]) => start <= at[0] && at[1] <= end)) continue;
      seen.push(at);
      yield storeAt(type, match[0], match[0], at);
    }
  }
}

function storeAt(type: string, host: string, trace: string, at: Range): StoreDraft {
  return { type, how: "connection", trace, host: host.toLowerCase(), region: null, provider: null, at };
}
