import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { listBlobs, type Repository } from "./repository.js";
import { askGit } from "./run.js";
import { inTemporaryFolder } from "./temporary.js";

/** Comparing every file with every other grows with the square of their number. */
const MOST = 1_000;

export interface RenameCandidates {
  /** Files of the commit that are gone, relative to the repository's folder. */
  readonly gone: readonly string[];
  /** Files of the work tree that may be those, tracked or not. */
  readonly present: readonly string[];
}

/**
 * Which files of a commit go by another name in the work tree, as git tells it: by their contents. The files as they are now are put into an
 * object store of their own, past the filters of the repository, which is only read.
 */
export async function findRenames(
  repository: Repository,
  commit: string,
  { gone, present }: RenameCandidates,
): Promise<ReadonlyMap<string, string>> {
  const { folder, prefix, signal } = repository;
  const full = (files: readonly string[]) => files.filter((file) => !file.includes("\n")).map((file) => prefix + file);
  if (gone.length === 0 || present.length === 0) return new Map();
  const wanted = { gone: new Set(full(gone.slice(0, MOST))), present: full(present.slice(0, MOST)) };
  const known = await listBlobs(repository, commit, [...wanted.gone, ...wanted.present]);
  const old = known.filter(({ path }) => wanted.gone.has(path));
  const there = new Set(known.map(({ path }) => path));
  const fresh = wanted.present.filter((path) => !there.has(path));
  if (old.length === 0 || fresh.length === 0) return new Map();
  return inTemporaryFolder(async (temporary) => {
    const objects = join(temporary, "objects");
    await mkdir(objects);
    const store = (await askGit(folder, ["rev-parse", "--path-format=absolute", "--git-path", "objects"], { signal }))
      .toString("utf8")
      .trim();
    const env = {
      GIT_OBJECT_DIRECTORY: objects,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: store,
    };
    const ask = async (words: readonly string[], input: string, index: string): Promise<string> => {
      const own = { ...env, GIT_INDEX_FILE: join(temporary, index) };
      return (await askGit(folder, words, { input, env: own, signal })).toString("utf8");
    };
    const tree = async (index: string, rows: readonly { readonly id: string; readonly path: string }[]) => {
      const input = rows.map(({ id, path }) => `100644 ${id}\t${path}\0`).join("");
      await ask(["update-index", "-z", "--add", "--index-info"], input, index);
      return (await ask(["write-tree", "--missing-ok"], "", index)).trim();
    };
    const names = fresh.map((path) => path.slice(prefix.length));
    const ids = await ask(
      ["hash-object", "-w", "--no-filters", "--stdin-paths"],
      names.map((name) => `${name}\n`).join(""),
      "none",
    );
    const before = await tree("before", old);
    const after = await tree(
      "after",
      ids
        .trim()
        .split("\n")
        .map((id, index) => ({ id, path: fresh[index]! })),
    );
    const words = [
      "diff-tree",
      "-r",
      "-z",
      "-M50%",
      "-l0",
      "--diff-filter=R",
      "--name-status",
      "--no-ext-diff",
      "--no-textconv",
    ];
    const parts = (await ask([...words, before, after], "", "none")).split("\0");
    const renames = new Map<string, string>();
    for (let at = 0; at + 2 < parts.length; at += 3) {
      renames.set(parts[at + 1]!.slice(prefix.length), parts[at + 2]!.slice(prefix.length));
    }
    return renames;
  });
}
