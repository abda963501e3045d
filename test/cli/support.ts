import { resolve } from "node:path";
import { run } from "../../src/cli/index.js";
import type { Io } from "../../src/cli/io.js";

export const project = resolve(import.meta.dirname, "../..");
export const fixtures = resolve(project, "fixtures/cli");

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Io["env"];
  readonly tty?: boolean;
  readonly columns?: number;
}

/** Runs the command line within this process, with streams and environment of the test's own. */
export async function opis(
  argv: readonly string[],
  { cwd = project, env = {}, tty = false, columns }: Surroundings = {},
): Promise<Ran> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const stream = (chunks: string[]) => ({ write: (text: string) => chunks.push(text), isTTY: tty, columns });
  const code = await run(argv, { cwd, env, stdout: stream(stdout), stderr: stream(stderr) });
  return { stdout: stdout.join(""), stderr: stderr.join(""), code };
}

/** A run as a page that people read: command, output, exit code. Absolute paths of this machine are left out. */
export function transcript(argv: readonly string[], { stdout, stderr, code }: Ran): string {
  const parts = [`$ ${["opis", ...argv].join(" ")}\n`];
  if (stdout !== "") parts.push(stdout);
  if (stderr !== "") parts.push(`--- standard error\n${stderr}`);
  parts.push(`--- exit code ${code}\n`);
  return parts.map((part) => part.replaceAll(project, "<project>").replace(/\n*$/, "\n")).join("\n");
}
