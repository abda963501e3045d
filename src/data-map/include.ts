import { lstat, realpath } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import { globby } from "globby";
import { complain, quote } from "./complain.js";
import type { Complaint } from "./complaint.js";
import type { Located, LocatedMap, LocatedScalar } from "./located.js";

/** A file that an `include:` names, and the pattern that named it. */
export interface Inclusion {
  readonly file: string;
  readonly pattern: LocatedScalar;
}

export interface Inclusions {
  readonly found: readonly Inclusion[];
  readonly complaints: readonly Complaint[];
}

/** Files named under `include:` of a map, in a fixed order. `allowed` are the folders they may lie in. */
export async function findInclusions(map: LocatedMap, file: string, allowed: readonly string[]): Promise<Inclusions> {
  const found: Inclusion[] = [];
  const complaints: Complaint[] = [];
  for (const pattern of patternsOf(map.entries.get("include")?.value)) {
    const files = leadsOutside(pattern.source, dirname(file), allowed)
      ? null
      : await match(pattern.source, dirname(file));
    if (files === null || !(await Promise.all(files.map((each) => liesIn(each, allowed)))).every(Boolean)) {
      const data = { pattern: quote(pattern.source), folder: allowed[0] ?? "" };
      complaints.push(complain("include-outside", pattern.place, pattern.path, data));
    } else if (files.length === 0) {
      complaints.push(complain("include-nothing", pattern.place, pattern.path, { pattern: quote(pattern.source) }));
    } else found.push(...files.map((each) => ({ file: each, pattern })));
  }
  return { found, complaints };
}

function patternsOf(include: Located | undefined): LocatedScalar[] {
  if (include?.kind !== "list") return [];
  return include.items.filter((item): item is LocatedScalar => item.kind === "scalar" && item.source !== "");
}

async function match(pattern: string, cwd: string): Promise<string[]> {
  const files = await globby(pattern, {
    cwd,
    absolute: true,
    expandDirectories: false,
    // Links are matched, not entered: where they lead is looked at before anything is read.
    followSymbolicLinks: false,
    onlyFiles: false,
    // Expanded braces multiply: a pattern of a line could stand for millions.
    braceExpansion: false,
    ignore: ["**/node_modules/**", "**/.git/**"],
  });
  const isFolder = await Promise.all(files.map(async (file) => (await lstat(file)).isDirectory()));
  return files
    .filter((_file, index) => !isFolder[index])
    .map((file) => resolve(file))
    .sort();
}

/** Told from the pattern alone, so that nothing outside is ever listed. */
function leadsOutside(pattern: string, cwd: string, allowed: readonly string[]): boolean {
  const fixed = /^[^*?[\]{}()!@+|\\]*/.exec(pattern)![0];
  if (pattern.slice(fixed.length).includes("..")) return true;
  const base = resolve(cwd, fixed);
  return isAbsolute(pattern) || !allowed.some((folder) => isWithin(base, folder));
}

async function liesIn(file: string, allowed: readonly string[]): Promise<boolean> {
  const real = await realpath(file).catch(() => null);
  // A broken link leads nowhere: reading it says so.
  if (real === null) return true;
  const folders = await Promise.all(allowed.map((folder) => realpath(folder)));
  return folders.some((folder) => isWithin(real, folder));
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
