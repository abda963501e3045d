import { cp, mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CodeAction, CompletionItem, Hover, Location } from "vscode-languageserver-protocol";
import { positionOf, replaced, startEditor, uriOf, type Editor } from "./client.js";

// Every test starts a program of its own that reads the whole sample.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const fixture = resolve(import.meta.dirname, "../../fixtures/chat-service");

let root: string;
let editor: Editor | null = null;
const at = (file: string) => join(root, file);
const read = (file: string) => readFile(at(file), "utf8");

beforeEach(async () => {
  root = join(await realpath(await mkdtemp(join(tmpdir(), "opis-lsp-"))), "app");
  await cp(fixture, root, { recursive: true });
});

afterEach(async () => {
  await editor?.quit().catch(() => null);
  editor = null;
  await rm(resolve(root, ".."), { recursive: true, force: true });
});

/** A server that has read the copy of the good sample, with a file open. */
async function opened(file: string, flags: readonly string[] = []): Promise<Editor> {
  editor = await startEditor(root, flags);
  const text = await read(file);
  await editor.open(at(file), text);
  await editor.until(() => editor!.log.length > 0);
  return editor;
}

const DTO = "src/leads/dto.ts";
const FIELDS = "opis/fields.yaml";

/** Types a field into the DTO that nothing declares. */
async function typePassport(session: Editor): Promise<void> {
  const end = positionOf(await read(DTO), "email!: string;", "email!: string;".length);
  await session.edit(at(DTO), { range: { start: end, end }, newText: "\n\n  @IsString()\n  passportNumber!: string;" });
  await session.until(() => session.codes(at(DTO)).includes("mapping/undeclared-field"));
}

test("tells what is typed before it is saved, hovers over it, declares it and is content", async () => {
  const session = await opened(DTO);
  expect(session.codes(at(DTO))).toEqual([]);
  await typePassport(session);

  const text = session.textOf(at(DTO));
  const [diagnostic] = session.diagnostics(at(DTO)).filter(({ code }) => code === "mapping/undeclared-field");
  expect(diagnostic).toMatchObject({
    source: "opis",
    severity: 1,
    range: { start: positionOf(text, "passportNumber") },
    codeDescription: { href: expect.stringMatching(/rules\/mapping\/undeclared-field\.yaml$/) as string },
  });
  const hover = await session.ask<Hover>("hover", at(DTO), positionOf(text, "passportNumber", 3));
  expect(JSON.stringify(hover.contents)).toMatch(/Nothing in the data map declares it/);

  const fixes = await session.request<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: uriOf(at(DTO)) },
    range: diagnostic!.range,
    context: { diagnostics: [diagnostic] },
  });
  const declare = fixes.find(({ title }) => title.startsWith("Declare"))!;
  const [[uri, edits]] = Object.entries(declare.edit!.changes!) as [[string, { range: never; newText: string }[]]];
  const map = uri.endsWith("fields.yaml") ? FIELDS : "opis.yaml";
  const before = await read(map);
  const after = replaced(before, edits[0]!);
  expect(after).toContain("passportNumber");
  expect(after.replace(edits[0]!.newText, "")).toBe(before);

  await session.open(at(map), before, "yaml");
  await session.edit(at(map), edits[0]!);
  await session.until(() => !session.codes(at(DTO)).includes("mapping/undeclared-field"));
  expect(await read(DTO)).not.toContain("passportNumber");
});

test("denies and suppresses with a reason", async () => {
  const session = await opened(DTO);
  await typePassport(session);
  const [diagnostic] = session.diagnostics(at(DTO)).filter(({ code }) => code === "mapping/undeclared-field");
  const fixes = await session.request<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: uriOf(at(DTO)) },
    range: diagnostic!.range,
    context: { diagnostics: [diagnostic] },
  });
  const deny = fixes.find(({ title }) => title.includes("is not personal data"))!;
  const [edit] = Object.values(deny.edit!.changes!)[0]!;
  expect(edit!.newText).toMatch(/match: .*passportNumber.*because: /s);

  const suppress = fixes.find(({ title }) => title === "Suppress mapping/undeclared-field with a reason")!;
  const [comment] = suppress.edit!.changes![uriOf(at(DTO))]!;
  expect(comment!.newText).toBe("  // opis-ignore-next-line mapping/undeclared-field -- say here why\n");
  await session.edit(at(DTO), comment!);
  await session.until(() => !session.codes(at(DTO)).includes("mapping/undeclared-field"));
});

test("goes to the entry of a field and back to every place of the datum", async () => {
  const session = await opened(DTO);
  const text = await read(DTO);
  const email = positionOf(text, "email", 2);
  const hover = await session.ask<Hover>("hover", at(DTO), email);
  const said = JSON.stringify(hover.contents);
  for (const part of ["Category", "Purposes", "Kept for", "Clause", "requests"]) expect(said).toContain(part);

  const [entry] = await session.ask<Location[]>("definition", at(DTO), email);
  expect(entry!.uri).toBe(uriOf(at(FIELDS)));
  await session.open(at(FIELDS), await read(FIELDS), "yaml");
  const back = await session.ask<Location[]>("references", at(FIELDS), entry!.range.start, {
    context: { includeDeclaration: true },
  });
  expect(back).toContainEqual({
    uri: uriOf(at(DTO)),
    range: { start: positionOf(text, "email"), end: positionOf(text, "email", "email".length) },
  });
});

test("completes the ids of the map", async () => {
  const session = await opened("opis.yaml");
  const map = session.textOf(at("opis.yaml"));
  const labels = async (piece: string) => {
    const items = await session.ask<CompletionItem[]>(
      "completion",
      at("opis.yaml"),
      positionOf(map, piece, piece.length),
    );
    return items.map(({ label }) => label);
  };
  expect(await labels("items: [")).toContain("email");
  expect(await labels("    subjects: [")).toEqual(expect.arrayContaining(["user", "visitor"]));
  expect(await labels("    categories: [identity, ")).toContain("contact");
  expect(await labels("    retention: ")).toContain("account");
  expect(await labels("    recipients: [telegram, ")).toEqual(expect.arrayContaining(["whatsapp", "yandex-metrika"]));
});

test("tells faults of a map that is being written, and keeps what it knows of the code", async () => {
  const session = await opened("opis.yaml");
  const map = session.textOf(at("opis.yaml"));
  const start = positionOf(map, "  account:");
  await session.edit(at("opis.yaml"), { range: { start, end: start }, newText: "  broken: [\n" });
  await session.until(() => session.diagnostics(at("opis.yaml")).length > 0);
  expect(session.diagnostics(at("opis.yaml"))[0]).toMatchObject({ severity: 1, source: "opis" });

  const hover = await session.ask<Hover | null>("hover", at(DTO), positionOf(await read(DTO), "email", 2));
  expect(JSON.stringify(hover?.contents)).toContain("Category");
  await session.edit(at("opis.yaml"), { range: { start, end: { line: start.line + 1, character: 0 } }, newText: "" });
  await session.until(() => session.diagnostics(at("opis.yaml")).length === 0);
});

test("speaks Russian, and ends in due form", async () => {
  const session = await opened(DTO, ["--lang", "ru"]);
  const hover = await session.ask<Hover>("hover", at(DTO), positionOf(await read(DTO), "email", 2));
  expect(JSON.stringify(hover.contents)).toContain("Цели обработки");
  expect(await session.quit()).toBe(0);
  expect(session.stderr.join("")).toBe("");
  editor = null;
});
