import { realpathSync } from "node:fs";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  CodeActionKind,
  createConnection,
  FileChangeType,
  TextDocuments,
  TextDocumentSyncKind,
  type CodeAction,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver/node";
import { NoFilesError, toolVersion } from "../audit/index.js";
import type { LiveOptions } from "../live/index.js";
import type { Language } from "../model/index.js";
import { completionsIn } from "./completion.js";
import { fixesFor, resolveFix } from "./fixes.js";
import { hoverIn } from "./hover.js";
import { definitionsAt, referencesAt } from "./navigation.js";
import { pathOf } from "./positions.js";
import { lspSpeaker } from "./words/index.js";
import { Workspace } from "./workspace.js";

export interface ServeOptions extends LiveOptions {
  /** Language of what is said; null for that of the map. */
  readonly language: Language | null;
}

/** Serves an editor over two streams until it says goodbye. Answers whether it did so in due form. */
export function serve(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  options: ServeOptions,
): Promise<boolean> {
  const connection = createConnection(input, output);
  return new Promise((resolve) => {
    const server = new Server(connection, options);
    let shutDown = false;
    connection.onShutdown(async () => {
      shutDown = true;
      await server.close();
    });
    connection.onExit(() => resolve(shutDown));
    // An editor that went away without a word leaves nothing running.
    input.on("end", () => resolve(shutDown));
    connection.listen();
  });
}

class Server {
  readonly #connection: Connection;
  readonly #options: ServeOptions;
  readonly #documents = new TextDocuments(TextDocument);
  #workspace: Workspace | null = null;
  #opening: Promise<void> = Promise.resolve();
  /** Whether the editor asks for the edit of a fix when it is chosen. */
  #resolves = false;
  #folder: string | null = null;

  constructor(connection: Connection, options: ServeOptions) {
    this.#connection = connection;
    this.#options = options;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => {
      this.#opening = this.#open();
    });
    this.#follow();
    this.#answer();
    this.#documents.listen(connection);
  }

  async close(): Promise<void> {
    await this.#opening;
    await this.#workspace?.close();
  }

  #initialize({ capabilities, workspaceFolders, rootUri }: InitializeParams): InitializeResult {
    const folder = pathOf(workspaceFolders?.[0]?.uri ?? rootUri ?? "");
    if (folder !== null) this.#folder = folder;
    const action = capabilities.textDocument?.codeAction;
    this.#resolves = action?.dataSupport === true && (action.resolveSupport?.properties.includes("edit") ?? false);
    return {
      serverInfo: { name: "opis", version: toolVersion },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
        hoverProvider: true,
        definitionProvider: true,
        referencesProvider: true,
        completionProvider: { triggerCharacters: [" ", "[", ",", "/", ":"] },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix], resolveProvider: true },
      },
    };
  }

  async #open(): Promise<void> {
    const { language, ...options } = this.#options;
    // Files are known by the names that links lead to.
    const cwd = realpathSync.native(this.#folder ?? options.cwd ?? process.cwd());
    const words = lspSpeaker(language ?? "en");
    const texts = new Map(
      this.#documents.all().flatMap((document) => {
        const path = pathOf(document.uri);
        return path === null ? [] : [[path, document.getText()] as const];
      }),
    );
    try {
      this.#workspace = await Workspace.open(
        { ...options, cwd },
        {
          texts,
          language,
          outlets: {
            publish: (uri, diagnostics) => void this.#connection.sendDiagnostics({ uri, diagnostics }),
            defect: (error) => this.#connection.console.error(words.say("log.defect", { reason: traceOf(error) })),
          },
        },
      );
      const { size, root } = this.#workspace;
      this.#connection.console.info(words.say("log.ready", { files: size, root }));
      // What was typed while the code base was read.
      for (const document of this.#documents.all()) this.#changed(document);
    } catch (error) {
      const said = error instanceof NoFilesError ? "log.nothing" : "log.defect";
      const reason = error instanceof NoFilesError ? error.message : traceOf(error);
      this.#connection.console.error(words.say(said, { root: cwd, reason }));
    }
  }

  #follow(): void {
    this.#documents.onDidChangeContent(({ document }) => this.#changed(document));
    this.#documents.onDidClose(({ document: { uri } }) => {
      const path = pathOf(uri);
      if (path !== null) this.#workspace?.change(path, null);
    });
    this.#connection.onDidChangeWatchedFiles(({ changes }) => {
      for (const { uri, type } of changes) {
        const path = pathOf(uri);
        if (path === null || this.#documents.get(uri)) continue;
        if (type === FileChangeType.Changed) this.#workspace?.change(path, null);
        else this.#workspace?.refresh();
      }
    });
  }

  #changed(document: TextDocument): void {
    const path = pathOf(document.uri);
    if (path === null || !this.#workspace) return;
    this.#workspace.change(path, document.getText());
  }

  #answer(): void {
    const connection = this.#connection;
    connection.onHover(async ({ textDocument, position }) => {
      const at = await this.#at(textDocument.uri);
      const file = at?.workspace.nameOf(at.path);
      const value = at && file ? hoverIn(at.workspace, at.workspace.view(file), position) : null;
      return value === null ? null : { contents: { kind: "markdown", value } };
    });
    connection.onDefinition(async ({ textDocument, position }) => {
      const at = await this.#at(textDocument.uri);
      return at ? definitionsAt(at.workspace, at.path, at.text, position) : [];
    });
    connection.onReferences(async ({ textDocument, position }) => {
      const at = await this.#at(textDocument.uri);
      return at ? referencesAt(at.workspace, at.path, position) : [];
    });
    connection.onCompletion(async ({ textDocument, position }) => {
      const at = await this.#at(textDocument.uri);
      return at?.workspace.isMap(at.path) ? completionsIn(at.workspace, at.text, position) : [];
    });
    connection.onCodeAction(async ({ textDocument, range, context }) => {
      const at = await this.#at(textDocument.uri);
      if (!at) return [];
      const fixes = fixesFor(at.workspace, { ...at, range, diagnostics: context.diagnostics });
      return this.#resolves ? fixes : Promise.all(fixes.map((fix) => this.#resolve(fix)));
    });
    connection.onCodeActionResolve((action) => this.#resolve(action));
  }

  async #resolve(action: CodeAction): Promise<CodeAction> {
    if (!this.#workspace) return action;
    const open = (path: string) =>
      this.#documents
        .all()
        .find(({ uri }) => pathOf(uri) === path)
        ?.getText();
    return resolveFix(this.#workspace, action, open);
  }

  /** Where a request points, once every edit before it has been taken in. */
  async #at(uri: string): Promise<{ workspace: Workspace; path: string; text: string } | null> {
    await this.#opening;
    const path = pathOf(uri);
    if (path === null || !this.#workspace) return null;
    await this.#workspace.settled();
    return { workspace: this.#workspace, path, text: this.#documents.get(uri)?.getText() ?? "" };
  }
}

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
