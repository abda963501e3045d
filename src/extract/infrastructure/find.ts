import type { FactBuilder } from "../fact-builder.js";
import { commentTest } from "../recipients/comments.js";
import type { SourceText } from "../source-text.js";
import { connections } from "./connections.js";
import { containers } from "./containers.js";
import { terraform } from "./terraform.js";

/** Traces of one file; a list of a thousand hosts says no more than its beginning. */
const MAX_SHOWN = 100;
const DATASOURCE = /^\s{0,8}provider\s*=\s*"(postgresql|mysql|sqlite|sqlserver|mongodb|cockroachdb)"/m;

/** Stores that a file names: in connection strings wherever they stand, in services, resources and data sources. Scanned, not parsed. */
export function findStores(source: SourceText, builder: FactBuilder): void {
  const { file, text } = source;
  const emit = builder.emit("stores");
  const inComment = commentTest(source);
  const found = [...connections(text), ...(/\.ya?ml$/i.test(file) ? containers(text) : [])];
  for (const store of found.filter(({ at }) => !inComment(at[0])).slice(0, MAX_SHOWN)) emit.store(store);
  if (/\.tf$/i.test(file)) {
    const { stores, regions, terms } = terraform(text);
    for (const store of stores) emit.store(store);
    for (const region of regions) emit.region(region);
    for (const term of terms) emit.retention(term);
  }
  if (/\.prisma$/i.test(file)) datasource(text, emit);
}

function datasource(text: string, emit: ReturnType<FactBuilder["emit"]>): void {
  const start = /^datasource\s/m.exec(text)?.index;
  const match = start === undefined ? null : DATASOURCE.exec(text.slice(start, start + 600));
  if (start === undefined || !match) return;
  const at = start + match.index + match[0].indexOf(match[1]!);
  const type = match[1]!.replace("postgresql", "postgres").replace("sqlserver", "mssql");
  const common = { how: "configuration", trace: match[1]!, host: null, region: null, provider: null } as const;
  emit.store({ type, ...common, at: [at, at + match[1]!.length] });
}
