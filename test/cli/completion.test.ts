import { spawnSync } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandNames } from "../../src/cli/command-table.js";
import { completions } from "../../src/cli/completion/complete.js";
import { scripts, shells } from "../../src/cli/completion/scripts.js";
import { formats } from "../../src/report/index.js";
import { opis, project } from "./support.js";

const words = async (...typed: string[]) => (await completions(typed)).map(({ word }) => word);

describe("what may stand next", () => {
  test("commands first, in the order of help", async () => {
    expect(await words("")).toEqual([...commandNames, "help"]);
    expect(await words("in")).toEqual(["inventory", "init"]);
    expect(await words("help", "sy")).toEqual(["sync"]);
  });

  test("flags of the command, and of an audit where none is named", async () => {
    expect(await words("sync", "--wr")).toEqual(["--write"]);
    expect(await words("--ba")).toEqual(["--baseline"]);
    expect(await words("--vers")).toEqual(["--version"]);
    expect(await words("audit", "--vers")).toEqual([]);
  });

  test("values of a flag, whatever stands before", async () => {
    expect(await words("audit", "src", "--fail-on", "")).toEqual(["error", "warning", "note"]);
    expect(await words("-f", "s")).toEqual(["sarif"]);
    expect(await words("audit", "--format", "")).toEqual(Object.keys(formats));
    expect(await words("inventory", "--format", "")).toContain("csv");
    expect(await words("diff", "a", "b", "--format", "m")).toEqual(["markdown"]);
  });

  test("arguments: shells, schemas, rules, themes", async () => {
    expect(await words("completion", "")).toEqual([...shells]);
    expect(await words("schema", "res")).toEqual(["result"]);
    expect(await words("explain", "special/not-")).toEqual(["special/not-exempted"]);
    expect(await words("rules", "spec")).toEqual(["special"]);
    expect(await words("rules", "--format", "json", "spec")).toEqual(["special"]);
  });

  test("nothing where a file is due: the shell completes it", async () => {
    expect(await words("audit", "s")).toEqual([]);
    expect(await words("--map", "")).toEqual([]);
    expect(await words("completion", "bash", "")).toEqual([]);
    expect(await words("explain", "special/not-exempted", "")).toEqual([]);
  });

  test("each answer is one line, a tab before its description", async () => {
    const { stdout, code } = await opis(["complete", "--", "sync", "--"]);
    expect(code).toBe(0);
    for (const line of stdout.trimEnd().split("\n")) expect(line).toMatch(/^--[\w-]+\t[^\t]+$/);
  });
});

test.each(shells)("the script for %s is printed, and never evaluates what is typed", async (shell) => {
  const { stdout, code } = await opis(["completion", shell]);
  expect({ stdout, code }).toEqual({ stdout: scripts[shell], code: 0 });
  expect(stdout).not.toContain("eval");
});

test("an unknown shell is wrong usage", async () => {
  expect((await opis(["completion", "cmd"])).code).toBe(2);
});

const has = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

describe("sourced in a shell", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "opis-bash-"));
    await writeFile(join(folder, "opis"), `#!/bin/sh\nexec "${process.execPath}" "${project}/bin/opis.js" "$@"\n`);
    await chmod(join(folder, "opis"), 0o755);
    for (const shell of shells) await writeFile(join(folder, `opis.${shell}`), scripts[shell]);
    await writeFile(join(folder, "leads.ts"), "");
  });
  afterAll(() => rm(folder, { recursive: true }));

  const surroundings = () =>
    ({
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, PATH: `${folder}:${process.env["PATH"]}` },
    }) as const;

  /** What bash would offer for these words, the last one being typed. */
  function offered(typed: readonly string[]): string[] {
    const quoted = typed.map((word) => `'${word}'`).join(" ");
    const { stdout, stderr } = spawnSync(
      "bash",
      [
        "--norc",
        "-c",
        `source ./opis.bash && source ./opis.bash && COMP_WORDS=(opis ${quoted}) COMP_CWORD=${typed.length} && _opis && printf '%s\\n' "\${COMPREPLY[@]}"`,
      ],
      surroundings(),
    );
    expect(stderr).toBe("");
    return stdout.split("\n").filter(Boolean);
  }

  test.runIf(has("bash"))("bash offers commands, flags and values", () => {
    expect(offered(["sy"])).toEqual(["sync"]);
    expect(offered(["sync", "--wr"])).toEqual(["--write"]);
    expect(offered(["audit", "--lang", ""])).toEqual(["en", "ru"]);
  });

  test.runIf(has("bash"))("bash runs nothing of what is typed", () => {
    expect(offered(["$(echo sync)"])).toEqual([]);
    expect(offered(["audit", "sr"])).toEqual([]);
  });

  test.runIf(has("bash"))("bash has it registered for opis, with the shell's own completion behind it", () => {
    const { stdout } = spawnSync("bash", ["--norc", "-c", "source ./opis.bash && complete -p opis"], {
      cwd: folder,
      encoding: "utf8",
    });
    expect(stdout).toMatch(/^complete (?=.*-o default).*-F _opis opis\n$/);
  });

  test.runIf(has("zsh"))("zsh offers them with what they are for, else files", () => {
    const { stdout, stderr } = spawnSync(
      "zsh",
      [
        "-f",
        "-c",
        `compdef() { }; _describe() { print -rl -- $described }; _files() { print files }; source ./opis.zsh
         words=(opis sync --wr); CURRENT=3; _opis; words=(opis audit le); _opis`,
      ],
      surroundings(),
    );
    expect({ stdout, stderr }).toEqual({ stdout: "--write:write without asking\nfiles\n", stderr: "" });
  });

  test.runIf(has("fish"))("fish offers them with what they are for, else files", () => {
    const { stdout, stderr } = spawnSync(
      "fish",
      ["--no-config", "-c", 'source ./opis.fish; complete -C "opis sync --wr"; complete -C "opis audit le"'],
      surroundings(),
    );
    expect({ stdout, stderr }).toEqual({ stdout: "--write\twrite without asking\nleads.ts\n", stderr: "" });
  });
});
