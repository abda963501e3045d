import type { StoreDraft } from "./connections.js";

/** Images that keep data, by the last part of their name. */
const IMAGES: readonly (readonly [type: string, image: RegExp])[] = [
  ["postgres", /^(?:postgres\w*|postgis|pgvector|timescaledb(?:-ha)?|supabase-postgres|citus)$/],
  ["mysql", /^(?:mysql(?:-server)?|percona\w*)$/],
  ["mariadb", /^mariadb$/],
  ["mongodb", /^(?:mongo|mongodb\w*)(?:-(?:community|enterprise)-server|-atlas-local)?$/],
  ["redis", /^(?:redis(?:-stack(?:-server)?)?|keydb|dragonfly)$/],
  ["valkey", /^valkey$/],
  ["clickhouse", /^clickhouse(?:-server)?$/],
  ["minio", /^minio$/],
  ["elasticsearch", /^elasticsearch$/],
  ["opensearch", /^opensearch$/],
  ["meilisearch", /^meilisearch$/],
  ["rabbitmq", /^rabbitmq$/],
  ["cassandra", /^(?:cassandra|scylla)$/],
  ["mssql", /^(?:mssql-server|server|azure-sql-edge)$/],
  ["neo4j", /^neo4j$/],
  ["couchdb", /^couchdb$/],
  ["cockroachdb", /^cockroach$/],
];

/** Services of docker-compose and its kin that run a store. Where they run the file does not say. */
export function* containers(text: string): Generator<StoreDraft> {
  for (const match of text.matchAll(/^[ \t]{1,40}image:[ \t]{0,9}["']?([\w./-]{1,120})(?=[:@"'\s]|$)/gm)) {
    const image = match[1]!;
    const last = image.split("/").at(-1)!.toLowerCase();
    if (last === "server" && !image.includes("mssql")) continue;
    const type = IMAGES.find(([, pattern]) => pattern.test(last))?.[0];
    if (!type) continue;
    const end = match.index + match[0].length;
    yield {
      type,
      how: "container",
      trace: image,
      host: null,
      region: null,
      provider: null,
      at: [end - image.length, end],
    };
  }
}
