import { relative, resolve, sep } from "node:path";
import type { AuditRun } from "../audit/index.js";
import type { InventoryField, Rule } from "../model/index.js";
import type { FieldTopic } from "../report/index.js";
import { nearestOf } from "./nearest.js";

export interface Found {
  /** Fields meant, judged personal or not. */
  readonly fields: readonly InventoryField[];
  /** Rules meant: the one named, or those of findings at a place that holds no field. */
  readonly rules: readonly Rule[];
}

/** What a user means by `special/biometric`, `prisma:User.email`, `User.email`, `email` or `src/user.ts:12`. */
export function findTopic(what: string, run: AuditRun, cwd: string): Found {
  const { rules } = run.catalog;
  const rule = rules.get(what);
  if (rule) return { fields: [], rules: [rule] };
  const place = placeOf(what, run.root, cwd);
  if (place) {
    const at = atPlace(place, run);
    if (at.fields.length + at.rules.length > 0) return at;
  }
  const all = everyField(run);
  const exact = all.filter(({ id }) => id === what);
  if (exact.length > 0) return { fields: exact, rules: [] };
  const fields = all.filter((field) => namesOf(field).includes(what));
  return { fields, rules: fields.length > 0 ? [] : [...rules.values()].filter(({ id }) => id.split("/")[1] === what) };
}

export function topicOf(field: InventoryField, { inventory, model, result }: AuditRun): FieldTopic {
  return {
    field,
    row: model?.reconciliation.fields.find((row) => row.field.id === field.id) ?? null,
    findings: result.findings.filter(
      ({ subject, place }) =>
        subject === field.id ||
        (place?.file === field.place.file && place.line === field.place.line && place.column === field.place.column),
    ),
    mapped: model !== null,
    twins:
      field.datum === undefined
        ? []
        : inventory.fields.filter(({ id, datum }) => datum === field.datum && id !== field.id),
  };
}

/** Ids that a mistyped one may have stood for. */
export function nearestTopics(what: string, run: AuditRun): string[] {
  const rule = nearestOf(what, [...run.catalog.rules.keys()]);
  const names = new Map(everyField(run).flatMap((field) => namesOf(field).map((name) => [name, field.id] as const)));
  const field = nearestOf(what, [...names.keys()]);
  return [rule, field && names.get(field)!].filter((each) => typeof each === "string");
}

function everyField({ inventory }: AuditRun): InventoryField[] {
  return [...inventory.fields, ...inventory.dismissed];
}

/** From the most to the least telling: with its record, without source, and alone. */
function namesOf({ id, source, owner, field }: InventoryField): string[] {
  const label = owner === "" ? field : `${owner}.${field}`;
  return [id, `${source}:${label}`, label, field];
}

interface PlaceWanted {
  readonly files: readonly string[];
  readonly line: number;
  readonly column: number | null;
}

/** `file:line[:column]`, the file as seen from the working folder or from the root. */
function placeOf(what: string, root: string, cwd: string): PlaceWanted | null {
  const parts = /^(.+?):(\d+)(?::(\d+))?$/.exec(what);
  if (!parts) return null;
  const [, file, line, column] = parts;
  const fromCwd = relative(root, resolve(cwd, file!)).split(sep).join("/");
  const files = [fromCwd, file!.split(sep).join("/").replace(/^\.\//, "")];
  return { files, line: Number(line), column: column === undefined ? null : Number(column) };
}

function atPlace({ files, line, column }: PlaceWanted, run: AuditRun): Found {
  const onLine = (place: { readonly file: string; readonly line: number } | null): boolean =>
    place !== null && place.line === line && files.includes(place.file);
  const fields = everyField(run).filter(({ place }) => onLine(place));
  const precise = fields.filter(({ place }) => place.column === column);
  if (fields.length > 0) return { fields: precise.length > 0 ? precise : fields, rules: [] };
  const ids = new Set(run.result.findings.filter(({ place }) => onLine(place)).map(({ rule }) => rule));
  return { fields: [], rules: [...ids].flatMap((id) => run.catalog.rules.get(id) ?? []) };
}
