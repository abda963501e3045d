import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { GitError } from "./error.js";
import { listBlobs, type Blob, type Repository } from "./repository.js";
import { askGit } from "./run.js";
import { inTemporaryFolder } from "./temporary.js";

/** Larger files are no source; one that is reported as too large today is not compared with its past. */
const MAX_BYTES = 5_000_001;
const BATCH_BYTES = 32_000_000;
const BATCH_FILES = 2_000;

/** Files that say what is left out, wherever above the folder they stand. */
const IGNORING = [".gitignore", ".opisignore"];

/**
 * Lays out what a commit holds in the repository's folder and hands over the folder that stands for it. Blobs are copied byte for byte: no
 * hook, filter or conversion of the repository takes part, and nothing of the repository is written to.
 */
export async function withSnapshot<T>(
  repository: Repository,
  commit: string,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  return inTemporaryFolder(async (top) => {
    const { prefix } = repository;
    const above = foldersAbove(prefix).flatMap((folder) => IGNORING.map((name) => folder + name));
    const blobs = await listBlobs(repository, commit, prefix === "" ? [] : [prefix, ...above]);
    // Rules on what is ignored are read up to the folder that holds the repository.
    await mkdir(join(top, ".git"));
    const folder = join(top, prefix);
    await mkdir(folder, { recursive: true });
    await lay(repository, blobs.filter(isSafe), top);
    return work(folder);
  });
}

/** `packages/crm/` → ``, `packages/`. */
function foldersAbove(prefix: string): string[] {
  const parts = prefix.split("/").slice(0, -1);
  return parts.map((_, index) =>
    parts
      .slice(0, index)
      .map((part) => `${part}/`)
      .join(""),
  );
}

/** A tree may be made by hand: its paths could lead anywhere. */
function isSafe({ path, mode, size }: Blob): boolean {
  const steps = path.split("/");
  const within = steps.every((step) => !/^(?:|\.|\.\.|\.git)$/i.test(step) && !/[\\\0]/.test(step));
  return within && mode !== "160000" && size <= MAX_BYTES;
}

async function lay(repository: Repository, blobs: readonly Blob[], top: string): Promise<void> {
  const folders = new Set<string>();
  const place = async (path: string): Promise<string> => {
    const target = join(top, path);
    const folder = dirname(target);
    if (!folders.has(folder)) await mkdir(folder, { recursive: true });
    folders.add(folder);
    return target;
  };
  const links: { readonly target: string; readonly to: string }[] = [];
  for (const batch of batchesOf(blobs)) {
    const contents = await readBlobs(repository, batch);
    for (const [index, { path, mode }] of batch.entries()) {
      const target = await place(path);
      if (mode === "120000") links.push({ target, to: contents[index]!.toString("utf8") });
      // Names that differ in case alone meet on some disks: the first stays.
      else await writeFile(target, contents[index]!, { flag: "wx" }).catch(unlessThere);
    }
  }
  // Links come last, so that no file is written through one. Nothing follows them out of the folder.
  for (const { target, to } of links) await symlink(to, target).catch(() => undefined);
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}

function batchesOf(blobs: readonly Blob[]): Blob[][] {
  const batches: Blob[][] = [];
  let bytes = Infinity;
  for (const blob of blobs) {
    if (bytes + blob.size > BATCH_BYTES || batches.at(-1)!.length >= BATCH_FILES) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)!.push(blob);
    bytes += blob.size;
  }
  return batches;
}

/** Contents in the order asked for. */
async function readBlobs({ folder, signal }: Repository, blobs: readonly Blob[]): Promise<Buffer[]> {
  const input = blobs.map(({ id }) => `${id}\n`).join("");
  const output = await askGit(folder, ["cat-file", "--batch"], { input, signal });
  let at = 0;
  return blobs.map(({ id, path }) => {
    const end = output.indexOf(10, at);
    const size = new RegExp(`^${id} blob (\\d+)$`).exec(output.subarray(at, end).toString("latin1"))?.[1];
    if (end < 0 || size === undefined) throw new GitError("failed", `${path}: ${id} is not in the object store`);
    const start = end + 1;
    at = start + Number(size) + 1;
    return output.subarray(start, at - 1);
  });
}
