import type { RegionFact, RetentionFact } from "../../model/index.js";
import type { Range } from "../source-text.js";
import type { StoreDraft } from "./connections.js";

/**
 * The parsers of Terraform's language on npm are its own Go program compiled to WebAssembly or JavaScript, megabytes that run for each file. What
 * is asked of it here is little: which blocks there are and which plain attributes stand right in them. So blocks are told by their braces alone;
 * expressions are not evaluated, and what is not a literal or a variable's default stays unknown.
 */
interface Block {
  readonly kind: string;
  readonly labels: readonly string[];
  readonly labelAt: Range;
  readonly body: string;
}

const HEAD =
  /^[ \t]{0,8}(resource|provider|variable|data|module)[ \t]+"([^"\n]{1,120})"(?:[ \t]+"([^"\n]{1,120})")?[ \t]*\{/gm;
const DAY = 86_400;

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const match of text.matchAll(HEAD)) {
    const start = match.index + match[0].length;
    const label = match.index + match[0].indexOf(match[2]!);
    blocks.push({
      kind: match[1]!,
      labels: [match[2]!, ...(match[3] ? [match[3]] : [])],
      labelAt: [label, label + match[2]!.length],
      body: text.slice(start, closingBrace(text, start)),
    });
  }
  return blocks;
}

/** Longest block that is read. */
const MAX_BLOCK = 20_000;

function closingBrace(text: string, from: number): number {
  let depth = 1;
  const end = Math.min(text.length, from + MAX_BLOCK);
  for (let at = from; at < end; at++) {
    const character = text[at];
    if (character === '"') {
      for (at++; at < end && text[at] !== '"' && text[at] !== "\n"; at++) if (text[at] === "\\") at++;
    } else if (character === "#") while (at < end && text[at] !== "\n") at++;
    else if (character === "{") depth++;
    else if (character === "}" && --depth === 0) return at;
  }
  return end;
}

/** Text of an attribute: a literal, or the default of the variable it names. */
function attribute(body: string, name: string, variables: ReadonlyMap<string, string>): string | null {
  const found = new RegExp(
    `^[ \\t]{0,20}${name}[ \\t]*=[ \\t]*(?:"([^"\\n$]{1,200})"|var\\.(\\w{1,80})|([\\d.]{1,20}))`,
    "m",
  ).exec(body);
  return found ? (found[1] ?? (found[2] ? (variables.get(found[2]) ?? null) : found[3]!)) : null;
}

/** Resources that keep data, by the beginning of their type. */
const RESOURCES: readonly (readonly [prefix: RegExp, type: string])[] = [
  [/^aws_(?:db_instance|rds_cluster|rds_global_cluster)$/, "database"],
  [/^aws_docdb_cluster$/, "mongodb"],
  [/^aws_dynamodb_table$/, "dynamodb"],
  [/^aws_s3_bucket$/, "s3"],
  [/^aws_elasticache_(?:cluster|replication_group)$/, "redis"],
  [/^aws_(?:elasticsearch|opensearch)_domain$/, "opensearch"],
  [/^aws_redshift_cluster$/, "redshift"],
  [/^google_sql_database_instance$/, "database"],
  [/^google_(?:spanner_instance|bigtable_instance|firestore_database|alloydb_cluster)$/, "database"],
  [/^google_storage_bucket$/, "s3"],
  [/^google_bigquery_dataset$/, "bigquery"],
  [/^google_redis_instance$/, "redis"],
  [/^azurerm_(?:(?:postgresql|mysql|mariadb|mssql)(?:_flexible)?_server|cosmosdb_account|sql_server)$/, "database"],
  [/^azurerm_storage_account$/, "s3"],
  [/^azurerm_redis_cache$/, "redis"],
  [/^yandex_mdb_(postgresql|mysql|mongodb|redis|clickhouse|greenplum|opensearch|elasticsearch)_cluster(?:_v2)?$/, "$1"],
  [/^yandex_(?:ydb_database\w*)$/, "ydb"],
  [/^yandex_storage_bucket$/, "s3"],
  [/^vkcs_db_(?:instance|cluster)$/, "database"],
  [/^selectel_dbaas_(postgresql|mysql|redis)\w*$/, "$1"],
  [/^twc_database_(?:cluster|db)$/, "database"],
  [/^digitalocean_database_cluster$/, "database"],
  [/^digitalocean_spaces_bucket$/, "s3"],
];

export interface TerraformFacts {
  readonly stores: readonly StoreDraft[];
  readonly regions: readonly (Omit<RegionFact, "span"> & { readonly at: Range })[];
  readonly terms: readonly (Omit<RetentionFact, "span"> & { readonly at: Range })[];
}

/** Stores, regions and lifecycle rules of a Terraform file. */
export function terraform(text: string): TerraformFacts {
  const blocks = blocksOf(text);
  const variables = new Map(
    blocks.flatMap(({ kind, labels, body }): [string, string][] => {
      const value = kind === "variable" ? attribute(body, "default", new Map()) : null;
      return value === null ? [] : [[labels[0]!, value]];
    }),
  );
  const read = (body: string, ...names: readonly string[]): string | null =>
    names.map((name) => attribute(body, name, variables)).find((value) => value !== null) ?? null;
  return {
    regions: blocks.flatMap(({ kind, labels, labelAt, body }) => {
      const region = kind === "provider" ? read(body, "region", "zone", "location") : null;
      return region === null ? [] : [{ provider: labels[0]!, region, at: labelAt }];
    }),
    stores: blocks.flatMap((block) => (block.kind === "resource" ? (storeOf(block, read) ?? []) : [])),
    terms: blocks.flatMap(({ labels, labelAt, body }) => {
      const days = /(?:lifecycle_configuration|s3_bucket|storage_bucket)$/.test(labels[0]!)
        ? /\b(?:expiration\s*\{[^{}]{0,200}?\bdays|condition\s*\{[^{}]{0,200}?\bage)\s*=\s*(\d{1,6})/.exec(body)?.[1]
        : undefined;
      return days === undefined
        ? []
        : [
            {
              kind: "lifecycle" as const,
              owner: labels[1] ?? null,
              seconds: Number(days) * DAY,
              setting: "expiration.days",
              at: labelAt,
            },
          ];
    }),
  };
}

function storeOf(
  { labels, labelAt, body }: Block,
  read: (body: string, ...names: string[]) => string | null,
): StoreDraft | null {
  const [resource = "", name = ""] = labels;
  for (const [pattern, type] of RESOURCES) {
    const match = pattern.exec(resource);
    if (!match) continue;
    const engine = type === "database" ? read(body, "engine", "database_version") : null;
    return {
      type: engine ? engineName(engine) : type.replace("$1", match[1] ?? ""),
      how: "infrastructure",
      trace: `${resource}.${name}`,
      host: null,
      region: read(body, "region", "location", "zone", "availability_zone"),
      provider: resource.split("_")[0]!,
      name,
      ...(/\breplicate_source_db\s*=|\bmaster_instance_name\s*=/.test(body) && { copy: "replica" as const }),
      at: labelAt,
    };
  }
  return null;
}

function engineName(engine: string): string {
  const bare = engine.toLowerCase();
  return (
    ["postgres", "mysql", "mariadb", "sqlserver", "oracle", "redis", "mongodb"].find((name) => bare.includes(name)) ??
    bare
  );
}
