import nodeFs from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { convertPathToPattern, globby } from "globby";
import { endsLike } from "../extract/index.js";
import { compareText, type SkippedFile } from "../model/index.js";
import { NOT_OURS, TESTS } from "./excludes.js";

export interface DiscoverOptions {
  /** Absolute; nothing outside it is read, and reported paths are relative to it. */
  readonly root: string;
  /** Absolute files and folders to look in. */
  readonly paths: readonly string[];
  /** Globs relative to the root, of the map: bring back what the defaults leave out. */
  readonly include?: readonly string[];
  /** Globs relative to the root, of the map. */
  readonly exclude?: readonly string[];
  /** File endings with the dot. */
  readonly extensions: readonly string[];
}

export interface DiscoveredFile {
  /** POSIX-relative to the root. */
  readonly file: string;
  readonly path: string;
  readonly size: number;
}

export interface Discovered {
  readonly files: readonly DiscoveredFile[];
  readonly skipped: readonly SkippedFile[];
}

/** Files in scope, ordered by name, and what was passed over that a reader might miss. */
export async function discover(options: DiscoverOptions): Promise<Discovered> {
  const files = new Map<string, DiscoveredFile>();
  const skipped = new Map<string, SkippedFile>();
  for (const path of options.paths) {
    const info = await stat(path);
    if (info.isDirectory()) await walk(path, options, NOT_OURS.concat(TESTS), ["**"], files, skipped);
    // A file named by the user is in scope, whatever the defaults say.
    else if (info.isFile()) addFile(options.root, path, info.size, files);
    else skip(skipped, toRelative(options.root, path), "not-regular", "neither file nor folder");
  }
  if (options.include?.length)
    await walk(options.root, options, ["**/node_modules/**", "**/.git/**"], options.include, files, skipped);
  return {
    files: [...files.values()].sort((a, b) => compareText(a.file, b.file)),
    skipped: [...skipped.values()].sort((a, b) => compareText(a.file, b.file)),
  };
}

async function walk(
  folder: string,
  options: DiscoverOptions,
  ignore: readonly string[],
  patterns: readonly string[],
  files: Map<string, DiscoveredFile>,
  skipped: Map<string, SkippedFile>,
): Promise<void> {
  const fromRoot = (options.exclude ?? []).map((glob) => posixPath(relative(folder, join(options.root, glob))));
  const links: string[] = [];
  const search = (wanted: readonly string[]) =>
    globby([...wanted], {
      cwd: folder,
      ignore: [...ignore, ...fromRoot],
      gitignore: true,
      ignoreFiles: ["**/.opisignore"],
      dot: true,
      onlyFiles: false,
      followSymbolicLinks: false,
      suppressErrors: true,
      objectMode: true,
      expandDirectories: false,
      fs: {
        ...nodeFs,
        readdir: observedReaddir({
          failed: (path, code) => skip(skipped, `${toRelative(options.root, path)}/`, "unreadable", code),
          link: (path) => links.push(path),
        }),
      },
    });
  // Asking for what is read, not for everything, keeps the ignore rules off most of the tree.
  const endings = `{${options.extensions.join(",")}}`;
  for (const { path, dirent } of await search(patterns.map((pattern) => withEndings(pattern, endings)))) {
    const full = join(folder, path);
    if (!isReadable(path, options.extensions) || dirent.isDirectory() || dirent.isSymbolicLink()) continue;
    if (dirent.isFile()) addFile(options.root, full, sizeOf(full), files);
    else skip(skipped, toRelative(options.root, full), "not-regular", "neither file nor folder");
  }
  if (links.length === 0) return;
  const named = links.map((path) => convertPathToPattern(posixPath(relative(folder, path))));
  for (const { path } of await search(named)) await checkLink(options, join(folder, path), skipped);
}

/** `src/**` asks for the files below: of these, those that are read. A pattern that names files by itself stays as it is. */
function withEndings(pattern: string, endings: string): string {
  return pattern.endsWith("**") ? `${pattern}/*${endings}` : pattern;
}

function sizeOf(path: string): number {
  return nodeFs.lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** `fs.readdir` that tells which folders could not be read, and which links were met; the search itself goes on. */
function observedReaddir(observer: {
  failed(path: string, code: string): void;
  link(path: string): void;
}): typeof nodeFs.readdir {
  const readdir = (path: string, ...rest: unknown[]): void => {
    const callback = rest.pop() as (error: NodeJS.ErrnoException | null, entries?: nodeFs.Dirent[]) => void;
    nodeFs.readdir(path, (rest[0] ?? {}) as { withFileTypes: true }, (error, entries) => {
      if (error) observer.failed(path, error.code ?? error.message);
      for (const entry of entries ?? []) {
        if (typeof entry === "object" && entry.isSymbolicLink()) observer.link(join(path, entry.name));
      }
      callback(error, entries);
    });
  };
  return readdir as typeof nodeFs.readdir;
}

/** Links are not followed: what they lead to inside the root is found under its own name, and outside is not ours to read. */
async function checkLink(options: DiscoverOptions, path: string, skipped: Map<string, SkippedFile>): Promise<void> {
  const file = toRelative(options.root, path);
  try {
    const target = await realpath(path);
    const from = relative(options.root, target);
    if (from.startsWith("..") || isAbsolute(from)) skip(skipped, file, "outside-root", "a link that leaves the root");
  } catch {
    skip(skipped, file, "broken-link", "a link that leads nowhere");
  }
}

function isReadable(path: string, extensions: readonly string[]): boolean {
  const lower = path.toLowerCase();
  return extensions.some((extension) => endsLike(lower, extension));
}

function addFile(root: string, path: string, size: number, files: Map<string, DiscoveredFile>): void {
  const file = toRelative(root, path);
  files.set(file, { file, path, size });
}

function skip(skipped: Map<string, SkippedFile>, file: string, reason: SkippedFile["reason"], detail: string): void {
  skipped.set(file, { file, reason, detail, line: 1, column: 1 });
}

function toRelative(root: string, path: string): string {
  return posixPath(relative(root, path));
}

function posixPath(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}

/** The folder that paths are told from: that of the map, else the nearest one above that holds a repository, else the folder given. */
export async function findRoot(start: string): Promise<string> {
  const isFolder = await stat(start).then(
    (info) => info.isDirectory(),
    () => true,
  );
  const first = isFolder ? start : dirname(start);
  for (let folder = first; ; folder = dirname(folder)) {
    if (await exists(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return first;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
