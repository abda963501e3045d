import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exitCodes } from "../../src/cli/exit-code.js";
import { fixtures, project } from "./support.js";

const bin = join(project, "bin", "opis.js");

function start(argv: readonly string[], cwd = project) {
  const child = spawn(process.execPath, [bin, ...argv], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  const ended = once(child, "close").then(([code]) => ({ ...output, code: code as number | null }));
  return { child, ended };
}

// The process runs what is built; `npm test` builds before it tests.
test("prints its version, the one of the manifest", async () => {
  const { version } = JSON.parse(await readFile(join(project, "package.json"), "utf8")) as { version: string };
  expect(await start(["--version"]).ended).toEqual({ stdout: `${version}\n`, stderr: "", code: 0 });
});

test("passes the exit code on", async () => {
  expect((await start([], join(fixtures, "no-map")).ended).code).toBe(2);
  expect((await start([], join(fixtures, "findings")).ended).code).toBe(1);
});

test("says nothing when the reader goes away", async () => {
  const { child, ended } = start(["rules", "-f", "json"]);
  child.stdout.destroy();
  const { stderr, code } = await ended;
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
});

test("stops at once on Ctrl-C", async () => {
  const { child, ended } = start(["audit", project]);
  await new Promise((resolve) => setTimeout(resolve, 700));
  child.kill("SIGINT");
  const { code, stdout } = await ended;
  // Before the program has come up, the signal itself ends it: 130 to a shell, null here.
  expect(code ?? exitCodes.interrupted).toBe(exitCodes.interrupted);
  expect(stdout).toBe("");
});

test("without a build says what to do", async () => {
  const folder = await mkdtemp(join(tmpdir(), "opis-unbuilt-"));
  await cp(join(project, "bin"), join(folder, "bin"), { recursive: true });
  const child = spawn(process.execPath, [join(folder, "bin", "opis.js")], { stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, "close")) as [number];
  expect({ code, stderr }).toEqual({ code: 70, stderr: expect.stringContaining("npm install") as string });
  await rm(folder, { recursive: true });
});
