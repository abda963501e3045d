import fc from "fast-check";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A source file by name and text. */
export interface Seed {
  readonly file: string;
  readonly text: string;
}

/** Pieces of syntax, and of text, that readers of code trip over. */
const PIECES = [
  ..."{}[]()<>,;:.?!@*=&|`'\"\\/#$",
  ...["...", "=>", "?.", "!.", "${", "*/", "/*", "//", "<div>", "</div>", "<T>", "as any", "async ", "await ", "new "],
  ...[
    "class ",
    "extends ",
    "enum ",
    "import ",
    "export ",
    "default ",
    "require(",
    "@Entity()",
    "z.object({",
    "model X {",
  ],
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "undefined", "null", "NaN", "0", "1e400"],
  ...["\u0000", "\ud800", "\u202e", "\u2028", "\ufeff", "\r", "\r\n", "\t", "\u001b[31m", "_", "$", "ё"],
];
const TOKEN = /[\w$]+|\s+|[^\w\s]/gu;

/** Every small fixture, of every syntax that is read. */
export async function readSeeds(): Promise<readonly Seed[]> {
  const root = new URL("../../fixtures/", import.meta.url).pathname;
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name !== "facts.txt")
    .map((entry) => join(entry.parentPath, entry.name));
  const seeds = await Promise.all(
    files.sort().map(async (path) => ({ file: path.slice(root.length), text: await readFile(path, "utf8") })),
  );
  return seeds.filter(({ text }) => text.length > 0 && text.length < 20_000);
}

/** Real files with tokens taken out, put in, swapped, repeated or mixed with those of another. */
export function mutants(seeds: readonly Seed[]): fc.Arbitrary<Seed> {
  const seed = fc.constantFrom(...seeds);
  const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const edit = fc.record({
    kind: fc.nat(5),
    at: place,
    from: place,
    length: fc.nat(24),
    piece: fc.constantFrom(...PIECES),
    other: seed,
  });
  return fc.tuple(seed, fc.array(edit, { minLength: 1, maxLength: 6 })).map(([{ file, text }, edits]) => {
    const tokens = text.match(TOKEN) ?? [];
    for (const { kind, at, from, length, piece, other } of edits) {
      const index = Math.floor(at * tokens.length);
      const source = Math.floor(from * tokens.length);
      if (kind === 0) tokens.splice(index, 1 + (length % 4));
      else if (kind === 1) tokens.splice(index, 0, piece);
      else if (kind === 2) tokens.splice(index, 1, piece);
      else if (kind === 3) tokens.splice(index, 0, ...tokens.slice(source, source + length));
      else if (kind === 4) [tokens[index], tokens[source]] = [tokens[source] ?? "", tokens[index] ?? ""];
      else tokens.splice(index, 0, ...slice(other.text.match(TOKEN) ?? [], from, length));
    }
    return { file, text: tokens.join("") };
  });
}

function slice(tokens: readonly string[], from: number, length: number): readonly string[] {
  const start = Math.floor(from * tokens.length);
  return tokens.slice(start, start + length);
}
