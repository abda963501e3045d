import { join, relative, resolve, sep } from "node:path";
import {
  auditCollected,
  DataMapError,
  filesOf,
  prepare,
  readWhole,
  scanOptions,
  type AuditOptions,
  type AuditRun,
  type Prepared,
  type ReadWhole,
} from "../audit/index.js";
import type { Complaint } from "../data-map/index.js";
import { extractFacts, loadReaders, readsAsScript } from "../extract/index.js";
import { linkInventory } from "../inventory/index.js";
import { compareText, type Facts, type SkippedFile } from "../model/index.js";
import { gather, readEach, readGiven, type ScannedFile } from "../scan/index.js";
import { Neighbourhood } from "./neighbourhood.js";

export type LiveOptions = Omit<AuditOptions, "baseline" | "since" | "shards">;

/** What files yield, as one code base hands it to another. */
export interface Seed {
  readonly files: readonly (readonly [file: string, scanned: ScannedFile])[];
  readonly skipped: readonly SkippedFile[];
}

/** Files that came and went. */
export interface Turnover {
  readonly gone: readonly string[];
  readonly added: readonly (readonly [file: string, scanned: ScannedFile])[];
  readonly skipped: readonly SkippedFile[];
}

/**
 * A code base held in memory: what each file yields is kept, so that an edit costs the reading of one file and the linking of what was read.
 * A map that cannot be used is complained of; the last one that could is gone by until it is mended.
 */
export class CodeBase {
  readonly #options: LiveOptions;
  /** Unsaved texts by absolute path. */
  readonly #texts = new Map<string, string>();
  #files = new Map<string, ScannedFile>();
  #skipped: readonly SkippedFile[] = [];
  #prepared!: Prepared;
  #complaints: readonly Complaint[] = [];
  #linked: ReturnType<typeof linkInventory> | null = null;
  #near: Neighbourhood | null = null;
  /** Files that the map points at, read with all their symbols. */
  readonly #whole = new Map<string, ReturnType<ReadWhole>>();

  private constructor(options: LiveOptions) {
    this.#options = options;
  }

  /** @throws NoFilesError when there is nothing to audit */
  static async open(options: LiveOptions, seed?: Seed, texts?: ReadonlyMap<string, string>): Promise<CodeBase> {
    const base = new CodeBase(options);
    for (const [path, text] of texts ?? []) base.#texts.set(path, text);
    base.#prepared = await base.#prepare();
    if (seed) base.#take(seed);
    else await base.#read();
    return base;
  }

  /** Absolute folder that all places are relative to. */
  get root(): string {
    return this.#prepared.root;
  }

  get prepared(): Prepared {
    return this.#prepared;
  }

  /** What keeps the map from being used; empty for one that loads. */
  get complaints(): readonly Complaint[] {
    return this.#complaints;
  }

  get size(): number {
    return this.#files.size;
  }

  seed(): Seed {
    return { files: [...this.#files], skipped: this.#skipped };
  }

  text(path: string): string | undefined {
    return this.#texts.get(path);
  }

  /** The name that places give a path, or null where it is no file that is audited. */
  nameOf(path: string): string | null {
    const file = relative(this.root, path).split(sep).join("/");
    return this.#files.has(file) ? file : null;
  }

  isMap(path: string): boolean {
    const { mapFile, map } = this.#prepared;
    return path === mapFile || (map?.files.some((file) => resolve(this.root, file) === path) ?? false);
  }

  /** Takes a text for that of a file that is audited; null for the one on disk. Answers what the file yields now. */
  async change(file: string, text: string | null): Promise<ScannedFile> {
    const scanned = text === null ? await this.#fromDisk(file) : await readGiven(file, text, this.#prepared.catalog);
    this.put(file, scanned, text);
    return scanned;
  }

  /** Takes what another has read of a file. */
  put(file: string, scanned: ScannedFile, text?: string | null): void {
    const path = join(this.root, file);
    if (text === null) this.#texts.delete(path);
    else if (text !== undefined) this.#texts.set(path, text);
    this.#files.set(file, scanned);
    this.#whole.delete(file);
    this.#linked = null;
    this.#near?.changed(file, scanned.facts);
  }

  /** Takes a text for that of a file of the map; null for the one on disk. Answers whether other files are audited by it now. */
  async changeMap(path: string, text: string | null): Promise<boolean> {
    if (text === null) this.#texts.delete(path);
    else this.#texts.set(path, text);
    const before = this.#prepared;
    const next = await this.#prepare();
    // Only what the facts depend on is a reason to read anew; reading the catalogue itself is one of the dear parts.
    const same = next.root === before.root && scopeOf(next) === scopeOf(before);
    this.#prepared = same ? { ...next, catalog: before.catalog, collecting: before.collecting } : next;
    this.#whole.clear();
    if (!same) await this.#read();
    return !same;
  }

  /** Looks again which files there are, and reads those that are new. */
  async refresh(): Promise<Turnover> {
    const { files, skipped } = await filesOf(this.#prepared.collecting);
    const fresh = files.filter(({ file }) => !this.#files.has(file));
    const read = await readEach(fresh, { ...scanOptions(this.#prepared.collecting), cache: undefined });
    const there = new Set(files.map(({ file }) => file));
    const gone = [...this.#files.keys()].filter((file) => !there.has(file));
    const turnover = { gone, added: fresh.map(({ file }, index) => [file, read[index]!] as const), skipped };
    this.turn(turnover);
    return turnover;
  }

  /** Takes in which files came and went. */
  turn({ gone, added, skipped }: Turnover): void {
    if (gone.length + added.length === 0) return;
    const kept = new Map(this.#files);
    for (const file of gone) kept.delete(file);
    for (const [file, scanned] of added) kept.set(file, scanned);
    this.#take({ files: [...kept].sort(([a], [b]) => compareText(a, b)), skipped });
  }

  /** The audit of all of it. */
  async audit(): Promise<AuditRun> {
    const { facts, skipped, analysed } = gather([...this.#files.values()]);
    this.#linked ??= linkInventory(facts, this.#prepared.catalog);
    const found = { files: this.#files.size, analysed, skipped: [...this.#skipped, ...skipped] };
    return auditCollected(this.#prepared, { ...this.#linked, ...found }, this.#options, this.#readWhole);
  }

  /** The audit of a file with what it is tied to: told at once, and in the rare case not as the whole would tell it. */
  async auditNear(file: string): Promise<AuditRun> {
    this.#near ??= new Neighbourhood([...this.#files.values()].flatMap(({ facts }) => facts ?? []));
    const scanned = this.#near.around(file).flatMap((name) => this.#files.get(name) ?? []);
    const { facts, ...found } = gather(scanned);
    const linked = linkInventory(facts, this.#prepared.catalog);
    const prepared = { ...this.#prepared, given: [join(this.root, file)] };
    return auditCollected(prepared, { ...linked, ...found, files: scanned.length }, this.#options, this.#readWhole);
  }

  async #read(): Promise<void> {
    const { files, skipped } = await filesOf(this.#prepared.collecting);
    const scanned = await readEach(files, scanOptions(this.#prepared.collecting));
    this.#take({ files: files.map(({ file }, index) => [file, scanned[index]!]), skipped });
    for (const [path, text] of this.#texts) {
      const file = this.nameOf(path);
      if (file !== null) this.put(file, await readGiven(file, text, this.#prepared.catalog));
    }
  }

  #take({ files, skipped }: Seed): void {
    this.#files = new Map(files);
    this.#skipped = skipped;
    this.#linked = null;
    this.#near = null;
    this.#whole.clear();
  }

  async #fromDisk(file: string): Promise<ScannedFile> {
    const { stat } = await import("node:fs/promises");
    const path = join(this.root, file);
    const size = await stat(path).then(
      (info) => info.size,
      () => 0,
    );
    const { collecting } = this.#prepared;
    return (await readEach([{ file, path, size }], { ...scanOptions(collecting), cache: undefined, jobs: 1 }))[0]!;
  }

  async #prepare(): Promise<Prepared> {
    try {
      const prepared = await prepare(this.#options, this.#texts);
      this.#complaints = [];
      return prepared;
    } catch (error) {
      if (!(error instanceof DataMapError)) throw error;
      this.#complaints = error.complaints;
      if ((this.#prepared as Prepared | undefined) !== undefined) return this.#prepared;
      const { placeOf } = await import("../audit/index.js");
      const { root, mapFile } = await placeOf(this.#options);
      return { ...(await prepare({ ...this.#options, map: null, root })), mapFile };
    }
  }

  readonly #readWhole: ReadWhole = (root, file, catalog) => {
    let facts = this.#whole.get(file);
    if (!facts) this.#whole.set(file, (facts = this.#readPointed(root, file, catalog)));
    return facts;
  };

  async #readPointed(root: string, file: string, catalog: Prepared["catalog"]): Promise<Facts | "document" | null> {
    const text = this.#texts.get(join(root, file));
    if (text === undefined || !readsAsScript(file)) return readWhole(root, file, catalog);
    return extractFacts(file, text, await loadReaders(), catalog, { whole: true });
  }
}

/** What of a map decides which files are read, and what is made of them. */
function scopeOf({ map, mapFile }: Prepared): string {
  const { include, exclude, dataTypes, recipients, rulesFrom } = map?.audit ?? {};
  return JSON.stringify([mapFile, map === null, include, exclude, dataTypes, recipients, rulesFrom]);
}
