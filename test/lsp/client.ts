import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import type {
  ClientCapabilities,
  Diagnostic,
  Position,
  PublishDiagnosticsParams,
  TextEdit,
} from "vscode-languageserver-protocol";

const bin = process.env["OPIS_BIN"] ?? resolve(import.meta.dirname, "../../bin/opis.js");

export const uriOf = (path: string) => pathToFileURL(path).href;

/** An editor over standard input and output: what VS Code and Neovim send, and nothing else. */
export async function startEditor(root: string, flags: readonly string[] = [], capabilities: ClientCapabilities = {}) {
  const child = spawn(process.execPath, [bin, "lsp", "--stdio", ...flags], { cwd: root, stdio: "pipe" });
  const stderr: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk.toString()));
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const diagnostics = new Map<string, Diagnostic[]>();
  const log: string[] = [];
  let told: () => void = () => undefined;
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    diagnostics.set(params.uri, params.diagnostics);
    told();
  });
  connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
    log.push(message);
    told();
  });
  connection.listen();
  await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: uriOf(root),
    workspaceFolders: [{ uri: uriOf(root), name: "root" }],
    capabilities,
  });
  await connection.sendNotification("initialized", {});

  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await new Promise<void>((resume) => (told = resume));
  };
  const texts = new Map<string, { text: string; version: number }>();
  return {
    log,
    stderr,
    diagnostics: (path: string): readonly Diagnostic[] => diagnostics.get(uriOf(path)) ?? [],
    codes: (path: string): string[] => (diagnostics.get(uriOf(path)) ?? []).map(({ code }) => String(code)),
    /** Waits for diagnostics that satisfy. */
    until,
    textOf: (path: string): string => texts.get(path)!.text,
    async open(path: string, text: string, languageId = "typescript"): Promise<void> {
      texts.set(path, { text, version: 1 });
      const textDocument = { uri: uriOf(path), languageId, version: 1, text };
      await connection.sendNotification("textDocument/didOpen", { textDocument });
    },
    /** Types over a stretch of the text. */
    async edit(path: string, { range, newText }: TextEdit): Promise<void> {
      const { text, version } = texts.get(path)!;
      texts.set(path, { text: replaced(text, { range, newText }), version: version + 1 });
      await connection.sendNotification("textDocument/didChange", {
        textDocument: { uri: uriOf(path), version: version + 1 },
        contentChanges: [{ range, text: newText }],
      });
    },
    ask: <Answer>(method: string, path: string, position: Position, more: object = {}): Promise<Answer> =>
      connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: uriOf(path) }, position, ...more }),
    request: <Answer>(method: string, params: object): Promise<Answer> => connection.sendRequest(method, params),
    async quit(): Promise<number | null> {
      const closed = once(child, "close");
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      const [code] = (await closed) as [number | null];
      connection.dispose();
      return code;
    },
  };
}

export type Editor = Awaited<ReturnType<typeof startEditor>>;

export function replaced(text: string, { range, newText }: TextEdit): string {
  return text.slice(0, offsetAt(text, range.start)) + newText + text.slice(offsetAt(text, range.end));
}

function offsetAt(text: string, { line, character }: Position): number {
  const lines = text.split("\n").slice(0, line);
  return lines.reduce((sum, each) => sum + each.length + 1, 0) + character;
}

/** Where a piece of text stands, `into` characters from its beginning. */
export function positionOf(text: string, piece: string, into = 0): Position {
  const at = text.indexOf(piece);
  if (at < 0) throw new Error(`not in the text: ${piece}`);
  const lines = text.slice(0, at + into).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)!.length };
}
