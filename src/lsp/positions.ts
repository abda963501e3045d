import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Location, Position, Range } from "vscode-languageserver/node";
import type { Place } from "../model/index.js";

/** Places count from 1, editors from 0; both in UTF-16 code units. */
export function rangeOf({ line, column, endLine, endColumn }: Place): Range {
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: (endLine ?? line) - 1, character: (endColumn ?? column) - 1 },
  };
}

export function locationIn(root: string, place: Place): Location {
  return { uri: uriOf(resolve(root, place.file)), range: rangeOf(place) };
}

export function covers(place: Place, { line, character }: Position): boolean {
  const { start, end } = rangeOf(place);
  const behindStart = line > start.line || (line === start.line && character >= start.character);
  return behindStart && (line < end.line || (line === end.line && character <= end.character));
}

export function overlaps(place: Place, range: Range): boolean {
  const { start, end } = rangeOf(place);
  return start.line <= range.end.line && range.start.line <= end.line;
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** Null for what is no file: a scratch buffer, a diff. */
export function pathOf(uri: string): string | null {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}
