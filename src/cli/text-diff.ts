import type { ChalkInstance } from "chalk";
import { structuredPatch } from "diff";
import { escapeTerminal } from "../report/index.js";

/** What a change does to a file, line by line with three lines around it, as version control shows it. */
export function renderTextDiff(file: string, before: string, after: string, colour: ChalkInstance): string {
  const { hunks } = structuredPatch(file, file, before, after, "", "", { context: 3 });
  const name = escapeTerminal(file);
  const lines = hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines: own }) => [
    colour.cyan(`@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`),
    ...own.map((line) => paint(escapeTerminal(line.replace(/\r$/, "")), colour)),
  ]);
  return `${[colour.bold(`--- ${name}`), colour.bold(`+++ ${name}`), ...lines].join("\n")}\n`;
}

function paint(line: string, colour: ChalkInstance): string {
  if (line.startsWith("+")) return colour.green(line);
  return line.startsWith("-") ? colour.red(line) : line;
}
