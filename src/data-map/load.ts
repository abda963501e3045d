import { relative, resolve, sep, isAbsolute, dirname } from "node:path";
import { comparePlaces, type AuditSettings, type DataMap, type UnresolvedReference } from "../model/index.js";
import { assertShape } from "./assert.js";
import { complain } from "./complain.js";
import { DataMapError, type Complaint } from "./complaint.js";
import { findInclusions } from "./include.js";
import { joinMaps } from "./join.js";
import { locate } from "./locate.js";
import type { Located, LocatedMap } from "./located.js";
import { normalise } from "./normalise.js";
import { parseYaml } from "./parse-yaml.js";
import { readText } from "./read-text.js";
import { findUnresolved } from "./references.js";

/** Ids of the catalogue; a function where the map's own settings, which may name further files, decide them. */
export type CatalogueIds = Iterable<string> | ((audit: AuditSettings) => Iterable<string> | Promise<Iterable<string>>);

export interface LoadOptions {
  /** Root of the audit: places are relative to it, and no `include:` leads out of it. */
  readonly root: string;
  /** Ids of known data types. Left out, categories' items are not looked up. */
  readonly dataTypes?: CatalogueIds;
  /** Ids of known rules. Left out, `audit.rules` is not looked up. */
  readonly rules?: CatalogueIds;
  /** Texts by absolute path that stand in for those of the disk: what an editor holds and has not saved. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** Files one map may be made of. */
const maximumFiles = 500;

/**
 * Loads a data map: reads it with everything it includes, holds it against the schema and makes it strict.
 * @throws DataMapError with every complaint when the map cannot be used
 */
export async function loadDataMap(file: string, options: LoadOptions): Promise<DataMap> {
  const reading = new Reading(resolve(options.root), resolve(file), options.texts ?? new Map());
  await reading.read(resolve(file), null);
  const [main, ...included] = reading.maps;
  if (!main || reading.complaints.length > 0) throw new DataMapError(reading.complaints);
  const { map, complaints } = joinMaps([main, ...included]);
  const { complaints: misshapen, numericClauses } = await assertShape(map);
  if (complaints.length + misshapen.length > 0) throw new DataMapError([...complaints, ...misshapen]);
  const unresolved = [...numericClauses.map(toUnresolvedClause), ...findUnresolved(map, await knownIds(map, options))];
  unresolved.sort((a, b) => comparePlaces(a.place, b.place));
  return normalise(map, reading.files, unresolved);
}

async function knownIds(map: LocatedMap, { dataTypes, rules }: LoadOptions): Promise<Map<string, Set<string>>> {
  const { audit } = normalise(map, [], []);
  const known = new Map<string, Set<string>>();
  for (const [section, ids] of [
    ["dataTypes", dataTypes],
    ["rules", rules],
  ] as const) {
    if (ids) known.set(section, new Set(typeof ids === "function" ? await ids(audit) : ids));
  }
  return known;
}

function toUnresolvedClause(clause: Located): UnresolvedReference {
  const value = clause.kind === "scalar" ? clause.source : "";
  return { place: clause.place, path: clause.path, section: "clause", value, nearest: null };
}

/** Reads the main file and, depth first, what it includes. */
class Reading {
  readonly maps: LocatedMap[] = [];
  readonly files: string[] = [];
  readonly complaints: Complaint[] = [];
  private readonly root: string;
  private readonly texts: ReadonlyMap<string, string>;
  private readonly allowed: readonly string[];
  private readonly seen = new Set<string>();
  private readonly open = new Set<string>();

  constructor(root: string, main: string, texts: ReadonlyMap<string, string>) {
    this.root = root;
    this.texts = texts;
    // A map kept outside the code it governs may still be split.
    this.allowed = isAbsolute(this.nameOf(main)) ? [dirname(main)] : [root];
  }

  async read(file: string, includedBy: Located | null): Promise<void> {
    if (this.open.has(file) && includedBy) return this.cycle(file, includedBy);
    if (this.seen.has(file)) return;
    this.seen.add(file);
    if (this.seen.size > maximumFiles) return this.tooMany(includedBy);
    const map = await this.readMap(file);
    if (!map) return;
    this.maps.push(map);
    this.files.push(this.nameOf(file));
    this.open.add(file);
    const { found, complaints } = await findInclusions(map, file, this.allowed);
    this.complaints.push(...complaints);
    for (const inclusion of found) await this.read(inclusion.file, inclusion.pattern);
    this.open.delete(file);
  }

  private async readMap(file: string): Promise<LocatedMap | null> {
    const name = this.nameOf(file);
    const text = this.texts.get(file) ?? (await readText(file, name));
    if (typeof text !== "string") return this.refuse([text]);
    const parsed = parseYaml(text, name);
    if (!("document" in parsed)) return this.refuse(parsed);
    const { root, complaints } = locate(parsed);
    if (complaints.length > 0) return this.refuse(complaints);
    if (root.kind === "map") return root;
    return this.refuse([complain("not-a-map", root.place, "", { actual: root.kind === "list" ? "@list" : "@text" })]);
  }

  private refuse(complaints: readonly Complaint[]): null {
    this.complaints.push(...complaints);
    return null;
  }

  private cycle(file: string, { place, path, ...pattern }: Located): void {
    const data = { pattern: "source" in pattern ? pattern.source : "", file: this.nameOf(file) };
    this.complaints.push(complain("include-cycle", place, path, data));
  }

  private tooMany(includedBy: Located | null): void {
    if (this.seen.size > maximumFiles + 1 || !includedBy) return;
    const { place, path } = includedBy;
    this.complaints.push(complain("include-too-many", place, path, { limit: String(maximumFiles) }));
  }

  private nameOf(file: string): string {
    const way = relative(this.root, file);
    const outside = way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
    return (outside ? file : way).replaceAll(sep, "/");
  }
}
