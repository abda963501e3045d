import { resolve } from "node:path";
import type { Diagnostic } from "vscode-languageserver/node";
import { CodeBase, openDesk, pictureOf, type Desk, type LiveOptions, type Picture } from "../live/index.js";
import { groupBy, withoutPath, type DataMap, type InventoryField, type Language } from "../model/index.js";
import { complaintOf, diagnosticOf, type Telling } from "./diagnostics.js";
import { uriOf } from "./positions.js";

/** What is known of one file. */
export type FileView = Pick<Picture, "findings" | "rows" | "fields">;

export interface Outlets {
  publish(uri: string, diagnostics: Diagnostic[]): void;
  defect(error: unknown): void;
}

function isSame(a: InventoryField, b: InventoryField): boolean {
  return a.place.file === b.place.file && a.source === b.source && a.owner === b.owner && a.field === b.field;
}

/** Time without an edit after which the whole is audited again. */
const REST_MS = 150;

const EMPTY: Picture = { map: null, complaints: [], findings: [], rows: [], fields: [] };

/**
 * One code base in an editor. An edit is answered at once by what its file is tied to; the audit of the whole is made aside and follows. Until
 * it has, files edited since keep what was told of them last.
 */
export class Workspace {
  readonly #base: CodeBase;
  readonly #desk: Desk;
  readonly #outlets: Outlets;
  readonly #asked: Language | null;
  #picture: Picture = EMPTY;
  #byFile = new Map<string, FileView>();
  /** What was told of files that the picture is too old for, by the edit it was told after. */
  readonly #newer = new Map<string, { readonly edit: number; readonly view: FileView }>();
  readonly #published = new Map<string, string>();
  #edits = 0;
  #audited = -1;
  #work: Promise<void> = Promise.resolve();
  #rest: NodeJS.Timeout | null = null;
  #auditing: Promise<void> | null = null;

  private constructor(base: CodeBase, desk: Desk, outlets: Outlets, language: Language | null) {
    this.#base = base;
    this.#desk = desk;
    this.#outlets = outlets;
    this.#asked = language;
  }

  /** @throws NoFilesError when there is nothing to audit */
  static async open(
    options: LiveOptions,
    { texts, language, outlets }: { texts: ReadonlyMap<string, string>; language: Language | null; outlets: Outlets },
  ): Promise<Workspace> {
    const base = await CodeBase.open(options, undefined, texts);
    const desk = openDesk();
    const workspace = new Workspace(base, desk, outlets, language);
    await desk.open(options, base.seed(), texts);
    workspace.#publish();
    workspace.#auditSoon(0);
    return workspace;
  }

  get telling(): Telling {
    const { root, prepared, language } = {
      root: this.#base.root,
      prepared: this.#base.prepared,
      language: this.#asked,
    };
    return { root, catalog: prepared.catalog, language: language ?? prepared.map?.audit.language ?? "en" };
  }

  get root(): string {
    return this.#base.root;
  }

  get size(): number {
    return this.#base.size;
  }

  /** The last map that could be used. */
  get map(): DataMap | null {
    return this.#base.prepared.map;
  }

  get picture(): Picture {
    return this.#picture;
  }

  isMap(path: string): boolean {
    return this.#base.isMap(path);
  }

  nameOf(path: string): string | null {
    return this.#base.nameOf(path);
  }

  /** Resolves when the whole has been audited once, and every edit so far has been answered. */
  async settled(): Promise<void> {
    if (this.#audited < 0) await this.#auditWhole();
    await this.#work;
  }

  view(file: string): FileView {
    return this.#newer.get(file)?.view ?? this.#byFile.get(file) ?? EMPTY;
  }

  /** All places of the datum that a field holds. */
  twinsOf(field: InventoryField): readonly InventoryField[] {
    // What was told of a file alone knows nothing of the rest: the same field is sought in the whole.
    const known = this.#picture.fields.find((other) => isSame(other, field));
    if (known?.datum === undefined) return [known ?? field];
    return this.#picture.fields.filter(({ datum }) => datum === known.datum);
  }

  /** Takes the text of a file; null for the one on disk. */
  change(path: string, text: string | null): void {
    this.#then(async () => {
      if (this.isMap(path)) await this.#changeMap(path, text);
      else await this.#changeCode(path, text);
    });
  }

  /** Files came or went. */
  refresh(): void {
    this.#then(async () => {
      const turnover = await this.#base.refresh();
      if (turnover.gone.length + turnover.added.length === 0) return;
      await this.#desk.turn(turnover);
      this.#edited();
    });
  }

  /** The shortest name of a field that names it alone. */
  selectorOf(id: string): string {
    const short = withoutPath(id);
    const named = this.#picture.fields.filter((field) => withoutPath(field.id) === short);
    return named.length > 1 ? id : short;
  }

  async declare(field: string, question: string): ReturnType<Desk["declare"]> {
    await this.#work;
    return this.#desk.declare(field, question);
  }

  async close(): Promise<void> {
    if (this.#rest) clearTimeout(this.#rest);
    await this.#desk.close();
  }

  async #changeMap(path: string, text: string | null): Promise<void> {
    await this.#base.changeMap(path, text);
    this.#publish();
    await this.#desk.changeMap(path, text);
    this.#edited();
  }

  async #changeCode(path: string, text: string | null): Promise<void> {
    const file = this.nameOf(path);
    if (file === null) return;
    const scanned = await this.#base.change(file, text);
    void this.#desk.put(file, scanned, text).catch((error: unknown) => this.#outlets.defect(error));
    this.#edited();
    const { findings, rows, fields } = pictureOf(await this.#base.auditNear(file), []);
    const view: FileView = {
      findings: findings.filter(({ place }) => place?.file === file),
      rows: rows.filter(({ field }) => field.place.file === file),
      fields: fields.filter(({ place }) => place.file === file),
    };
    this.#newer.set(file, { edit: this.#edits, view });
    this.#publish();
  }

  #edited(): void {
    this.#edits += 1;
    this.#auditSoon(REST_MS);
  }

  #then(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => this.#outlets.defect(error));
  }

  #auditSoon(after: number): void {
    if (this.#rest) clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.#auditWhole(), after);
  }

  /** One audit of the whole at a time; what was edited meanwhile asks for the next. */
  async #auditWhole(): Promise<void> {
    this.#auditing ??= this.#auditOnce().finally(() => (this.#auditing = null));
    return this.#auditing;
  }

  async #auditOnce(): Promise<void> {
    const edit = this.#edits;
    try {
      this.#take(await this.#desk.audit(), edit);
    } catch (error) {
      this.#outlets.defect(error);
    }
    this.#audited = edit;
    if (edit !== this.#edits) this.#auditSoon(REST_MS);
  }

  #take(picture: Picture, edit: number): void {
    this.#picture = picture;
    const findings = groupBy(picture.findings, ({ place }) => place?.file ?? picture.map?.files[0] ?? "");
    const rows = groupBy(picture.rows, ({ field }) => field.place.file);
    const fields = groupBy(picture.fields, ({ place }) => place.file);
    const files = new Set([...findings.keys(), ...rows.keys(), ...fields.keys()]);
    this.#byFile = new Map(
      [...files].map((file) => [
        file,
        { findings: findings.get(file) ?? [], rows: rows.get(file) ?? [], fields: fields.get(file) ?? [] },
      ]),
    );
    for (const [file, newer] of this.#newer) if (newer.edit <= edit) this.#newer.delete(file);
    this.#publish();
  }

  /** Tells what has changed since it was told last. */
  #publish(): void {
    const { telling } = this;
    const all = new Map<string, Diagnostic[]>();
    const add = (file: string, diagnostic: Diagnostic): void => {
      const uri = uriOf(resolve(telling.root, file));
      all.set(uri, [...(all.get(uri) ?? []), diagnostic]);
    };
    for (const file of new Set([...this.#byFile.keys(), ...this.#newer.keys()])) {
      for (const finding of this.view(file).findings) add(file, diagnosticOf(finding, telling));
    }
    for (const complaint of this.#base.complaints) add(complaint.place.file, complaintOf(complaint, telling));
    for (const uri of new Set([...this.#published.keys(), ...all.keys()])) {
      const diagnostics = all.get(uri) ?? [];
      const text = JSON.stringify(diagnostics);
      if ((this.#published.get(uri) ?? "[]") === text) continue;
      this.#published.set(uri, text);
      this.#outlets.publish(uri, diagnostics);
    }
  }
}
