import { resolve } from "node:path";
import type { Location, Position } from "vscode-languageserver/node";
import type { FieldEntry, InventoryField, NotPersonalEntry, Place, ReconciledField } from "../model/index.js";
import { wordAt } from "./map-text.js";
import { covers, locationIn } from "./positions.js";
import type { Workspace } from "./workspace.js";

/** From a field to what the map says of it; from an entry of the map to its fields; from an id in the map to its definition. */
export function definitionsAt(workspace: Workspace, path: string, text: string, position: Position): Location[] {
  if (workspace.isMap(path)) return fromMap(workspace, path, text, position);
  const file = workspace.nameOf(path);
  if (file === null) return [];
  const rows = workspace.view(file).rows.filter(({ field }) => covers(field.place, position));
  return rows.flatMap((row) => declarationOf(row)).map((place) => locationIn(workspace.root, place));
}

/** Every place of the datum that stands at a position, its entry in the map first. */
export function referencesAt(workspace: Workspace, path: string, position: Position): Location[] {
  const { root } = workspace;
  if (workspace.isMap(path)) {
    const fields = fieldsOfEntry(workspace, path, position);
    return unique(fields.flatMap((field) => workspace.twinsOf(field))).map(({ place }) => locationIn(root, place));
  }
  const file = workspace.nameOf(path);
  if (file === null) return [];
  const { rows, fields } = workspace.view(file);
  const here = fields.filter(({ place }) => covers(place, position));
  const declared = rows.filter(({ field }) => here.some(({ id }) => id === field.id)).flatMap(declarationOf);
  const places = unique([...here, ...here.flatMap((field) => workspace.twinsOf(field))]).map(({ place }) => place);
  return [...declared, ...places].map((place) => locationIn(root, place));
}

function declarationOf({ field, entry, notPersonal, cookie }: ReconciledField): Place[] {
  const said = entry ?? notPersonal ?? cookie;
  if (said) return [said.place];
  return field.annotation ? [{ file: field.place.file, ...field.annotation.span }] : [];
}

function fromMap(workspace: Workspace, path: string, text: string, position: Position): Location[] {
  const word = wordAt(text.split(/\r?\n/)[position.line] ?? "", position.character);
  const { map, root } = workspace;
  const defined = map
    ? [map.categories, map.purposes, map.subjects, map.retention, map.stores, map.recipients, map.consents].flatMap(
        (section) => section.get(word)?.place ?? [],
      )
    : [];
  const elsewhere = defined.filter(({ file, line }) => resolve(root, file) !== path || line !== position.line + 1);
  if (elsewhere.length > 0) return elsewhere.map((place) => locationIn(root, place));
  return fieldsOfEntry(workspace, path, position).map(({ place }) => locationIn(root, place));
}

/** Fields that the entry at a position speaks of. */
function fieldsOfEntry(workspace: Workspace, path: string, { line }: Position): InventoryField[] {
  const { map, root, picture } = workspace;
  if (!map) return [];
  const here = ({ place }: FieldEntry | NotPersonalEntry): boolean => resolve(root, place.file) === path;
  const above = [...map.fields, ...map.notPersonal]
    .filter((entry) => here(entry) && entry.place.line <= line + 1)
    .sort((a, b) => b.place.line - a.place.line)[0];
  if (!above) return [];
  const same = (entry: FieldEntry | NotPersonalEntry | null): boolean =>
    entry !== null && entry.path === above.path && entry.place.file === above.place.file;
  return picture.rows.filter((row) => same(row.entry) || same(row.notPersonal)).map(({ field }) => field);
}

function unique(fields: readonly InventoryField[]): InventoryField[] {
  return [...new Map(fields.map((field) => [field.id, field])).values()];
}
