import type { Position } from "vscode-languageserver/node";
import { ruleText } from "../catalog/index.js";
import { formatPlace, type Finding, type InventoryField, type ReconciledField } from "../model/index.js";
import type { Telling } from "./diagnostics.js";
import { covers } from "./positions.js";
import type { FileView, Workspace } from "./workspace.js";
import { lspSpeaker, type LspSpeaker } from "./words/index.js";

/** What is known of the field at a position in code, and what to do about the findings there; null where there is neither. */
export function hoverIn(workspace: Workspace, view: FileView, position: Position): string | null {
  const { telling } = workspace;
  const words = lspSpeaker(telling.language);
  const fields = view.fields.filter(({ place }) => covers(place, position));
  const findings = view.findings.filter(({ place }) => place && covers(place, position));
  const parts = [
    ...fields.map((field) => aboutField(field, workspace, view, words)),
    ...[...new Map(findings.map((finding) => [finding.rule, finding])).values()].map((finding) =>
      aboutFinding(finding, telling, words),
    ),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join("\n\n---\n\n") : null;
}

function aboutField(field: InventoryField, workspace: Workspace, view: FileView, words: LspSpeaker): string {
  const { catalog, language } = workspace.telling;
  const title = catalog.dataTypes.get(field.dataType ?? "")?.title[language] ?? field.dataType ?? "";
  const row = view.rows.find((each) => each.field.id === field.id) ?? null;
  const places = workspace.twinsOf(field).length;
  return [
    `**${plain(title)}** — ${code(field.id)}`,
    declaration(field, row, workspace, words),
    places > 1 ? words.say("hover.places", { n: places }) : "",
  ]
    .filter(Boolean)
    .join("\n\n");
}

function declaration(
  field: InventoryField,
  row: ReconciledField | null,
  { map }: Workspace,
  words: LspSpeaker,
): string {
  if (field.dataType === "person_reference") return words.say("hover.reference");
  if (!map) return "";
  if (!row) return words.say("hover.unsure");
  if (row.notPersonal) return words.say("hover.not-personal", { reason: plain(row.notPersonal.because) });
  const category = row.category === null ? null : map.categories.get(row.category);
  const purposes = row.purposes.map((id) => ({ id, purpose: map.purposes.get(id) }));
  const clauses = [category?.clause, ...purposes.map(({ purpose }) => purpose?.clause)].filter(Boolean);
  const entry = row.entry?.place ?? row.cookie?.place ?? null;
  const lines: readonly (readonly [Parameters<LspSpeaker["say"]>[0], readonly string[]])[] = [
    ["hover.category", row.category === null ? [] : [named(row.category, category?.title)]],
    ["hover.purposes", purposes.map(({ id, purpose }) => named(id, purpose?.title))],
    ["hover.subjects", row.subjects.map((id) => named(id, map.subjects.get(id)?.title))],
    ["hover.retention", row.retention.map((id) => named(id, map.retention.get(id)?.period))],
    ["hover.clause", [...new Set(clauses)].map((clause) => plain(clause ?? ""))],
    ["hover.entry", entry ? [code(formatPlace(entry))] : []],
  ];
  const told = lines.map(([key, values]) => `- ${words.say(key)}: ${values.length > 0 ? values.join(", ") : "—"}`);
  return entry || field.annotation ? told.join("\n") : words.say("hover.undeclared");
}

function aboutFinding(finding: Finding, { catalog, language }: Telling, words: LspSpeaker): string {
  const rule = catalog.rules.get(finding.rule);
  if (!rule) return "";
  const text = (what: "title" | "message" | "explanation" | "remedy") =>
    plain(ruleText(catalog, rule, what, language, finding.data ?? {}));
  return [
    `**${text("title")}** (${code(finding.rule)})`,
    text("explanation"),
    `**${words.say("hover.todo")}:** ${text("remedy")}`,
  ].join("\n\n");
}

function named(id: string, title: string | null | undefined): string {
  return title ? `${plain(title)} (${code(id)})` : code(id);
}

/** Text of strangers as Markdown that shows it as it is. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!~]/g, "\\$&").replace(/\s+/g, " ");
}

function code(text: string): string {
  return `\`${text.replaceAll("`", "'").replace(/\s+/g, " ")}\``;
}
