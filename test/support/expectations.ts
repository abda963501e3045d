import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** `rule file:line`. */
export type Expectation = string;

const EXPECT = /(?:\/\/|#|--|<!--|\/\*|\{#|;)\s*expect:\s*([a-z0-9/, -]+?)\s*(?:\*\/\}?|-->|#\})?\s*$/;

/**
 * What the files of a folder expect of an audit: `// expect: rule-id, rule-id` at the end of the line of the finding, or alone on a line above
 * it, in whatever comment the syntax has.
 */
export async function readExpectations(folder: string): Promise<Expectation[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found = await Promise.all(
    files.map(async (file) =>
      expectationsOf(relative(folder, file).split(sep).join("/"), await readFile(file, "utf8")),
    ),
  );
  return found.flat().sort();
}

export function expectationsOf(file: string, text: string): Expectation[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const match = EXPECT.exec(line);
    if (!match) return [];
    let target = index;
    // Comments that stand alone speak of the next line that is none of them.
    while (isAlone(lines[target] ?? "")) target++;
    return match[1]!.split(/[\s,]+/).map((rule) => `${rule} ${file}:${target + 1}`);
  });
}

function isAlone(line: string): boolean {
  const match = EXPECT.exec(line);
  return match !== null && /^[\s{]*$/.test(line.slice(0, match.index));
}
