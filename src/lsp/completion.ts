import { CompletionItemKind, type CompletionItem, type Position } from "vscode-languageserver/node";
import type { Catalog, DataMap, Language } from "../model/index.js";
import { spotAt, type MapSpot } from "./map-text.js";
import type { Workspace } from "./workspace.js";

interface Choice {
  readonly id: string;
  readonly title: string | null;
}

type Kind = "categories" | "purposes" | "subjects" | "retention" | "recipients" | "stores" | "consents" | "dataTypes";

/** What the values of a key are ids of, wherever in the map it stands. */
const VALUES: Readonly<Record<string, Kind>> = {
  category: "categories",
  categories: "categories",
  purposes: "purposes",
  incompatibleWith: "purposes",
  subjects: "subjects",
  retention: "retention",
  recipients: "recipients",
  vendor: "recipients",
  store: "stores",
  reaches: "stores",
  consent: "consents",
  item: "dataTypes",
  items: "dataTypes",
};

/** Ids that fit where the cursor stands in the map. */
export function completionsIn(workspace: Workspace, text: string, position: Position): CompletionItem[] {
  const lines = text.split(/\r?\n/);
  const spot = spotAt(lines, position.line, position.character);
  const range = { start: { line: position.line, character: spot.from }, end: position };
  return choicesAt(spot, workspace).map(({ id, title }) => ({
    label: id,
    kind: CompletionItemKind.EnumMember,
    ...(title && { detail: title }),
    filterText: id,
    textEdit: { range, newText: id },
  }));
}

function choicesAt(spot: MapSpot, workspace: Workspace): Choice[] {
  const { catalog, language } = workspace.telling;
  const { keys, section, atKey } = spot;
  const key = keys.at(-1) ?? "";
  if (atKey && section === "audit" && key === "rules") return rules(catalog, language);
  if (atKey && section === "policy" && key === "clauses") return rules(catalog, language);
  if (atKey && section === "recipients" && keys.length === 1) return recipients(catalog, language);
  if (key === "match") return undeclared(workspace);
  const kind = Object.hasOwn(VALUES, key) ? VALUES[key] : undefined;
  if (kind === undefined || (keys.length === 1 && key === section)) return [];
  return idsOf(kind, workspace.map, catalog, language);
}

function idsOf(kind: Kind, map: DataMap | null, catalog: Catalog, language: Language): Choice[] {
  if (kind === "dataTypes")
    return [...catalog.dataTypes.values()].map(({ id, title }) => ({ id, title: title[language] }));
  const own: Choice[] = [...(map?.[kind] ?? [])].map(([id, entry]) => ({ id, title: titleOf(entry) }));
  if (kind !== "recipients") return own;
  const known = new Set(own.map(({ id }) => id));
  return [...own, ...recipients(catalog, language).filter(({ id }) => !known.has(id))];
}

function titleOf(entry: object): string | null {
  const named = entry as { title?: string | null; name?: string | null; period?: string | null };
  return named.title ?? named.name ?? named.period ?? null;
}

function rules({ rules: all }: Catalog, language: Language): Choice[] {
  return [...all.values()].map(({ id, title }) => ({ id, title: title[language] }));
}

function recipients({ recipients: all }: Catalog, language: Language): Choice[] {
  return [...all.values()].map(({ id, title }) => ({ id, title: title[language] }));
}

function undeclared({ picture, telling: { catalog, language } }: Workspace): Choice[] {
  return picture.rows
    .filter(({ entry, notPersonal, cookie }) => !entry && !notPersonal && !cookie)
    .map(({ field: { id, dataType } }) => ({
      id,
      title: catalog.dataTypes.get(dataType ?? "")?.title[language] ?? null,
    }));
}
