import { GitError } from "./error.js";
import { askGit, runGit } from "./run.js";

/** A work tree, seen from a folder in it. */
export interface Repository {
  readonly folder: string;
  /** Path from the top of the work tree to the folder: empty, or ending in a slash. */
  readonly prefix: string;
  /** Part of its history is missing. */
  readonly shallow: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** @throws GitError when the folder lies in no work tree, or git refuses to look at it */
export async function openRepository(folder: string, signal?: AbortSignal): Promise<Repository> {
  const { code, stdout, stderr } = await runGit(
    folder,
    ["rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix"],
    { signal },
  );
  if (stderr.includes("dubious ownership")) throw new GitError("other-owner", folder);
  const [inside, shallow, prefix = ""] = stdout.toString("utf8").split("\n");
  if (code !== 0 || inside !== "true") throw new GitError("no-repository", folder);
  return { folder, prefix, shallow: shallow === "true", signal };
}

/** Id of the commit that a reference names. */
export async function resolveCommit({ folder, shallow, signal }: Repository, reference: string): Promise<string> {
  const words = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${reference}^{commit}`];
  const { code, stdout } = await runGit(folder, words, { signal });
  const commit = stdout.toString("utf8").trim();
  if (code !== 0 || !/^[0-9a-f]{40,64}$/.test(commit)) {
    throw new GitError(shallow ? "unknown-commit-shallow" : "unknown-commit", reference);
  }
  return commit;
}

/**
 * The commit to compare the work tree with so that only its own changes count: where its history parted from the reference's. What was
 * done on the other branch since then is none of them. Histories that never met are compared with the reference itself.
 */
export async function partingCommit(repository: Repository, reference: string): Promise<string> {
  const { folder, shallow, signal } = repository;
  const commit = await resolveCommit(repository, reference);
  const head = await runGit(folder, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], { signal });
  if (head.code !== 0) return commit;
  const { code, stdout } = await runGit(folder, ["merge-base", commit, "HEAD"], { signal });
  if (code === 0) return stdout.toString("utf8").trim().split("\n")[0]!;
  if (shallow) throw new GitError("no-base-shallow", reference);
  return commit;
}

/** The commit checked out, or null where there is none or no repository. */
export async function currentCommit(folder: string): Promise<string | null> {
  try {
    return await resolveCommit(await openRepository(folder), "HEAD");
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}

/** The last commit that changed one of the files, or null when none did. */
export async function lastChange({ folder, signal }: Repository, files: readonly string[]): Promise<string | null> {
  const paths = files.map((file) => `:(literal)${file}`);
  const { code, stdout } = await runGit(folder, ["rev-list", "-1", "HEAD", "--", ...paths], { signal });
  const commit = stdout.toString("utf8").trim();
  return code === 0 && commit !== "" ? commit : null;
}

/** Blobs of a commit at and below the paths, which count from the top of the work tree. */
export async function listBlobs(
  { folder, signal }: Repository,
  commit: string,
  paths: readonly string[],
): Promise<Blob[]> {
  const output = await askGit(folder, ["ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--", ...paths], { signal });
  return output
    .toString("utf8")
    .split("\0")
    .flatMap((line): Blob[] => {
      const [, mode, id, size, path] = /^(\d+) blob ([0-9a-f]+) +(\d+)\t(.*)$/s.exec(line) ?? [];
      return path === undefined ? [] : [{ mode: mode!, id: id!, size: Number(size), path }];
    });
}

export interface Blob {
  readonly mode: string;
  readonly id: string;
  readonly size: number;
  /** From the top of the work tree. */
  readonly path: string;
}
