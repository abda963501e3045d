import { posix } from "node:path";
import type { ResolveOptions } from "enhanced-resolve";
import type { Facts } from "../model/index.js";

/** The files of the audit as a file system that a resolver can ask, with the workspace's packages standing where `npm install` puts them. */
export interface VirtualFiles {
  readonly fileSystem: NonNullable<ResolveOptions["fileSystem"]>;
  /** The file of the audit behind an absolute virtual path. */
  locate(path: string): string | null;
  /** Compiler configuration that governs a folder. */
  nearestConfiguration(folder: string): string | null;
  /** Folder of the package that holds a folder. */
  packageOf(folder: string): string;
}

const CONFIGURATIONS = ["tsconfig.json", "jsconfig.json", "tsconfig.base.json"];
const PACKAGES = "/node_modules/";

export function createVirtualFiles(facts: readonly Facts[]): VirtualFiles {
  const manifests = new Map(facts.flatMap(({ file, manifest }) => (manifest === undefined ? [] : [[file, manifest]])));
  const files = new Set(facts.map(({ file }) => file));
  const folders = foldersOf(files);
  const packages = workspacePackages(manifests);

  const real = (path: string): string => {
    const plain = posix.normalize(path).replace(/^\/+/, "");
    if (!plain.startsWith(PACKAGES.slice(1))) return plain;
    const rest = plain.slice(PACKAGES.length - 1).split("/");
    const name = rest[0]!.startsWith("@") ? rest.slice(0, 2).join("/") : rest[0]!;
    const folder = packages.get(name);
    return folder === undefined ? plain : posix.join(folder, plain.slice(PACKAGES.length - 1 + name.length));
  };
  const locate = (path: string): string | null => sourceBehind(real(path), files);
  const isFolder = (path: string) =>
    ["/", "/node_modules"].includes(path) || isScope(path, packages) || folders.has(real(path));

  return {
    locate,
    nearestConfiguration: (folder) => nearest(folder, CONFIGURATIONS, manifests),
    packageOf: (folder) => posix.dirname(nearest(folder, ["package.json"], manifests) ?? "package.json"),
    fileSystem: fileSystemOver({
      isFile: (path) => locate(path) !== null,
      isFolder,
      text: (path) => manifests.get(real(path)),
    }),
  };
}

/** The first file of those names in a folder or above it. */
function nearest(folder: string, names: readonly string[], files: ReadonlyMap<string, string>): string | null {
  for (let at = folder; ; at = posix.dirname(at)) {
    const found = names.map((name) => posix.join(at, name)).find((path) => files.has(path));
    if (found) return found;
    if (at === "." || at === "/" || at === "") return null;
  }
}

/** A package points at its build output; what was audited is the source beside it. */
function sourceBehind(path: string, files: ReadonlySet<string>): string | null {
  if (files.has(path)) return path;
  const source = path
    .replace(/(^|\/)(?:dist|lib|build|out|esm|cjs)\/(?:(?:esm|cjs|es|types)\/)?/, "$1src/")
    .replace(/\.d\.[mc]?ts$|\.[mc]?js$/, "");
  if (source === path) return null;
  return (
    [".ts", ".tsx", ".js", "/index.ts"].map((ending) => source + ending).find((candidate) => files.has(candidate)) ??
    null
  );
}

function foldersOf(files: ReadonlySet<string>): Set<string> {
  const folders = new Set(["."]);
  for (const file of files) {
    for (let folder = posix.dirname(file); !folders.has(folder); folder = posix.dirname(folder)) folders.add(folder);
  }
  return folders;
}

function workspacePackages(manifests: ReadonlyMap<string, string>): Map<string, string> {
  const packages = new Map<string, string>();
  for (const [file, text] of manifests) {
    if (posix.basename(file) !== "package.json") continue;
    const name = packageName(text);
    if (name) packages.set(name, posix.dirname(file));
  }
  return packages;
}

function packageName(text: string): string | null {
  try {
    const manifest: unknown = JSON.parse(text);
    const name = typeof manifest === "object" && manifest !== null && "name" in manifest ? manifest.name : null;
    return typeof name === "string" && name !== "" ? name : null;
  } catch {
    return null;
  }
}

function isScope(path: string, packages: ReadonlyMap<string, string>): boolean {
  if (!path.startsWith(`${PACKAGES}@`) || path.split("/").length !== 3) return false;
  const scope = `${path.slice(PACKAGES.length)}/`;
  return [...packages.keys()].some((name) => name.startsWith(scope));
}

/** Most of what a resolver asks for is not there; gathering a stack for every such answer would cost more than the answers. */
function refusal(code: string, path: string): NodeJS.ErrnoException {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  const error = Object.assign(new Error(`${code}: ${path}`), { code });
  Error.stackTraceLimit = stackTraceLimit;
  return error;
}

interface Shape {
  isFile(path: string): boolean;
  isFolder(path: string): boolean;
  text(path: string): string | undefined;
}

/** The few calls a resolver makes, answered from memory. */
function fileSystemOver({ isFile, isFolder, text }: Shape): VirtualFiles["fileSystem"] {
  const absent = (path: string) => refusal("ENOENT", path);
  const statSync = (path: string) => {
    const file = isFile(path);
    if (!file && !isFolder(path)) throw absent(path);
    return { isFile: () => file, isDirectory: () => !file, isSymbolicLink: () => false };
  };
  const readFileSync = (path: string) => {
    const found = text(path);
    if (found === undefined) throw absent(path);
    return Buffer.from(found);
  };
  const readlinkSync = (path: string): string => {
    throw refusal("EINVAL", path);
  };
  const later =
    <Result>(work: (path: string) => Result) =>
    (path: string, ...rest: unknown[]) => {
      const callback = rest.at(-1) as (error: Error | null, result?: Result) => void;
      let result: Result;
      try {
        result = work(path);
      } catch (error) {
        callback(error as Error);
        return;
      }
      callback(null, result);
    };
  const calls = {
    statSync,
    lstatSync: statSync,
    readFileSync,
    readlinkSync,
    readdirSync: () => [] as string[],
    stat: later(statSync),
    lstat: later(statSync),
    readFile: later(readFileSync),
    readlink: later(readlinkSync),
    readdir: later(() => [] as string[]),
  };
  return calls as unknown as VirtualFiles["fileSystem"];
}
