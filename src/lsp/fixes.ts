import { readFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import {
  CodeActionKind,
  type CodeAction,
  type Diagnostic,
  type Range,
  type TextEdit,
} from "vscode-languageserver/node";
import { denyInDataMap, MapEditError } from "../data-map/index.js";
import { declareIn } from "../live/index.js";
import { withoutPath, type ReconciledField } from "../model/index.js";
import { overlaps, uriOf } from "./positions.js";
import { lspSpeaker } from "./words/index.js";
import type { Workspace } from "./workspace.js";

/** What a fix that is worked out when it is chosen needs. */
export interface MapFix {
  readonly kind: "declare" | "deny";
  /** Id of the field, in the whole of the code base. */
  readonly field: string;
}

export interface Asked {
  readonly path: string;
  readonly text: string;
  readonly range: Range;
  readonly diagnostics: readonly Diagnostic[];
}

/** Fixes for a range of code. Those that change the map carry what `resolveFix` needs to work them out. */
export function fixesFor(workspace: Workspace, { path, text, range, diagnostics }: Asked): CodeAction[] {
  const file = workspace.nameOf(path);
  if (file === null) return [];
  const words = lspSpeaker(workspace.telling.language);
  const own = diagnostics.filter(({ source }) => source === "opis");
  const open = workspace.view(file).rows.filter((row) => isOpen(row) && overlaps(row.field.place, range));
  const mapFile = workspace.map?.files[0];
  const inMap =
    mapFile === undefined
      ? []
      : open.flatMap((row): CodeAction[] => {
          const field = withoutPath(row.field.id);
          const about = own.filter((diagnostic) => overlaps(row.field.place, diagnostic.range));
          const fix = (kind: MapFix["kind"], title: string): CodeAction => ({
            title,
            kind: CodeActionKind.QuickFix,
            diagnostics: about,
            isPreferred: kind === "declare",
            data: { kind, field: row.field.id } satisfies MapFix,
          });
          return [
            fix("declare", words.say("fix.declare", { field, file: mapFile })),
            fix("deny", words.say("fix.deny", { field })),
          ];
        });
  const suppressions = [...new Map(own.map((diagnostic) => [diagnostic.code, diagnostic])).values()].map(
    (diagnostic): CodeAction => {
      const rule = String(diagnostic.code);
      return {
        title: words.say("fix.suppress", { rule }),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        edit: { changes: { [uriOf(path)]: [suppression(path, text, diagnostic, words.say("reason.suppress"))] } },
      };
    },
  );
  return [...inMap, ...suppressions];
}

/** A fix of the map with its edit; without one where the map cannot be edited by machine. */
export async function resolveFix(workspace: Workspace, action: CodeAction, textOf: TextOf): Promise<CodeAction> {
  const fix = action.data as MapFix | undefined;
  const words = lspSpeaker(workspace.telling.language);
  if (!fix) return action;
  try {
    const edit =
      fix.kind === "declare"
        ? await declared(workspace, fix.field, words.say("question"), textOf)
        : await denied(workspace, fix.field, words.say("reason.deny"), textOf);
    return edit ? { ...action, edit: { changes: { [edit.uri]: [edit.edit] } } } : action;
  } catch (error) {
    if (error instanceof MapEditError) return { ...action, disabled: { reason: error.message } };
    throw error;
  }
}

/** Text of a file as the editor has it, else as it is on disk. */
export type TextOf = (path: string) => string | undefined;

interface FileEdit {
  readonly uri: string;
  readonly edit: TextEdit;
}

async function declared(
  workspace: Workspace,
  field: string,
  question: string,
  textOf: TextOf,
): Promise<FileEdit | null> {
  const declaration = await workspace.declare(field, question);
  if (!declaration) return null;
  const path = resolve(workspace.root, declaration.file);
  const text = textOf(path) ?? (await readFile(path, "utf8"));
  return { uri: uriOf(path), edit: difference(text, declareIn(text, declaration)) };
}

async function denied(workspace: Workspace, field: string, because: string, textOf: TextOf): Promise<FileEdit | null> {
  const { map, root } = workspace;
  if (!map) return null;
  const path = resolve(root, map.notPersonal.at(-1)?.place.file ?? map.files[0]!);
  const text = textOf(path) ?? (await readFile(path, "utf8"));
  const match = [workspace.selectorOf(field)];
  return { uri: uriOf(path), edit: difference(text, denyInDataMap(text, { match, because })) };
}

function isOpen({ entry, notPersonal, cookie, field }: ReconciledField): boolean {
  return !entry && !notPersonal && !cookie && !field.annotation;
}

/** The one stretch in which two texts differ. */
export function difference(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  const position = (offset: number) => {
    const lines = before.slice(0, offset).split("\n");
    return { line: lines.length - 1, character: lines.at(-1)!.length };
  };
  return {
    range: { start: position(start), end: position(before.length - end) },
    newText: after.slice(start, after.length - end),
  };
}

/** How languages whose comments do not begin with `//` write one. */
const COMMENTS: Readonly<Record<string, (text: string) => string>> = {
  ".sql": (text) => `-- ${text}`,
  ".graphql": (text) => `# ${text}`,
  ".gql": (text) => `# ${text}`,
  ".yaml": (text) => `# ${text}`,
  ".yml": (text) => `# ${text}`,
  ".tf": (text) => `# ${text}`,
  ".html": markup,
  ".htm": markup,
  ".njk": markup,
  ".ejs": markup,
  ".hbs": markup,
};

function markup(text: string): string {
  return `<!-- ${text} -->`;
}

function suppression(path: string, text: string, { range, code }: Diagnostic, reason: string): TextEdit {
  const lines = text.split("\n");
  const { line } = range.start;
  const indent = /^\s*/.exec(lines[line] ?? "")![0].replace("\r", "");
  const lineBreak = lines[line]?.endsWith("\r") ? "\r\n" : "\n";
  const comment = COMMENTS[isMarkupLine(path, lines, line) ? ".html" : extname(path).toLowerCase()] ?? slashes;
  const start = { line, character: 0 };
  const newText = `${indent}${comment(`opis-ignore-next-line ${String(code)} -- ${reason}`)}${lineBreak}`;
  return { range: { start, end: start }, newText };
}

function slashes(text: string): string {
  return `// ${text}`;
}

/** Vue and Svelte files hold scripts and markup. */
function isMarkupLine(path: string, lines: readonly string[], line: number): boolean {
  if (!/\.(?:vue|svelte)$/i.test(path)) return false;
  const before = lines.slice(0, line + 1).join("\n");
  return before.lastIndexOf("<script") <= before.lastIndexOf("</script");
}
