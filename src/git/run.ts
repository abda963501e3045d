import { spawn } from "node:child_process";
import { GitError } from "./error.js";

export interface GitOptions {
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

export interface GitAnswer {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/**
 * Settings of a repository that name programs to run. The repository belongs to whoever wrote the code under audit, so each is overruled; and
 * only commands that look no further than the object store are used: none checks out, filters, converts or fetches.
 */
const HARMLESS = [
  "core.hooksPath=/dev/null",
  "core.fsmonitor=false",
  "core.pager=cat",
  "core.sshCommand=false",
  "core.askPass=false",
  "core.alternateRefsCommand=false",
  "credential.helper=",
  "diff.external=",
  "protocol.allow=never",
].flatMap((setting) => ["-c", setting]);

/**
 * Runs git itself, once. A package would not do: those around the program hand over text and take no standard input, which reading blobs by
 * the thousand needs, and those that replace it know neither linked work trees nor `main~2` nor renames.
 */
export async function runGit(folder: string, words: readonly string[], options: GitOptions = {}): Promise<GitAnswer> {
  const child = spawn("git", [...HARMLESS, "-C", folder, ...words], {
    env: { ...surroundings(), ...options.env },
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
    ...(options.signal && { signal: options.signal }),
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  // Git may end before it has read all that it is given: its exit code says why.
  child.stdin.on("error", () => undefined);
  child.stdin.end(options.input ?? "");
  const code = await new Promise<number>((resolve, reject) => {
    child.on("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "ENOENT" ? new GitError("no-git", "git") : error);
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
  return { code, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString("utf8").trim() };
}

/** Output of a command that is to succeed. */
export async function askGit(folder: string, words: readonly string[], options: GitOptions = {}): Promise<Buffer> {
  const { code, stdout, stderr } = await runGit(folder, words, options);
  if (code !== 0) throw new GitError("failed", stderr.split("\n")[0] || `git ${words[0] ?? ""}: ${code}`);
  return stdout;
}

/** The environment without what would turn git to another repository (a hook sets such variables) or out of the machine. */
function surroundings(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^GIT_(?!CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM)$)/i.test(name),
  );
  return {
    ...Object.fromEntries(own),
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_ALLOW_PROTOCOL: "none",
    NoDefaultCurrentDirectoryInExePath: "1",
  };
}
