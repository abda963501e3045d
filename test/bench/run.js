// `npm run bench [-- ROUNDS]`: whole processes of Opis and of other tools on the same files, in turn; prints medians and ratios.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, appendFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import { layOut, repeat, writeJson } from "./corpus.js";

const project = join(import.meta.dirname, "../..");
const rounds = Number(process.argv[2] ?? 3);
const TOOLS = { "@ast-grep/cli": "0.51.1", oxlint: "1.94.0" };
/** Tells the peak of memory, where it is there. */
const MEASURED = existsSync("/usr/bin/time") ? ["/usr/bin/time", "-f", "peak %M"] : [];
const ASKED_OF_AST_GREP = ["TypeScript", "Tsx", "JavaScript"]
  .map((language) => `id: ${language}\nlanguage: ${language}\nrule: { pattern: debugger }`)
  .join("\n---\n");

const work = await mkdtemp(join(tmpdir(), "opis-bench-"));
try {
  await measure();
} finally {
  await rm(work, { recursive: true, force: true });
}

async function measure() {
  const code = join(work, "code");
  const tools = join(work, "tools");
  console.error("fetching the corpus and the other tools …");
  const { files, bytes } = await layOut(code);
  const pinned = Object.entries(TOOLS).map(([name, version]) => `${name}@${version}`);
  await promisify(execFile)("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", tools, ...pinned]);
  await writeJson(join(work, "files.json"), files);
  console.log(
    `${files.length} files, ${(bytes / 1e6).toFixed(1)} MB, ${availableParallelism()} processors, Node ${process.version}\n`,
  );

  const opis = [process.execPath, join(project, "bin/opis.js")];
  const bin = (name) => join(tools, "node_modules/.bin", name);
  const inventory = (...flags) => [...opis, "inventory", "--no-map", "-q", "-f", "json", ...flags, code];
  const cache = join(work, "cache");
  const edited = files[Math.floor(files.length / 2)];
  /** @type {{ name: string, command: string[], before?: () => Promise<unknown> }[]} */
  const runs = [
    { name: "node -e 0", command: [process.execPath, "-e", "0"] },
    { name: "opis --version", command: [...opis, "--version"] },
    {
      name: "read and hash every file",
      command: [process.execPath, join(import.meta.dirname, "read-all.js"), join(work, "files.json")],
    },
    { name: "opis, cold", command: inventory("--no-cache") },
    {
      name: "opis, first with a cache",
      command: inventory(),
      before: () => rm(cache, { recursive: true, force: true }),
    },
    { name: "opis, nothing changed", command: inventory() },
    { name: "opis, one file changed", command: inventory(), before: () => appendFile(edited, "\n") },
    { name: "ast-grep, one pattern", command: [bin("ast-grep"), "scan", "--inline-rules", ASKED_OF_AST_GREP, code] },
    { name: "oxlint", command: [bin("oxlint"), "--quiet", code] },
    {
      name: "eslint, one rule",
      command: [
        process.execPath,
        join(project, "node_modules/eslint/bin/eslint.js"),
        "--no-config-lookup",
        "--no-ignore",
        "-c",
        join(import.meta.dirname, "eslint.bench.config.js"),
        code,
      ],
    },
  ];
  const times = new Map(runs.map(({ name }) => [name, /** @type {number[]} */ ([])]));
  const memory = new Map();
  for (let round = 0; round < rounds; round++) {
    for (const { name, command, before } of runs) {
      await before?.();
      const { seconds, peak } = await time(command, { cache, cwd: code });
      times.get(name)?.push(seconds);
      memory.set(name, Math.max(memory.get(name) ?? 0, peak));
    }
  }
  const median = (name) => (times.get(name) ?? []).toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN;
  const against = ["node -e 0", "read and hash every file", "ast-grep, one pattern", "eslint, one rule"];
  console.table(
    Object.fromEntries(
      runs.map(({ name }) => [
        name,
        {
          "median, s": median(name).toFixed(2),
          "peak, MB": memory.get(name) || "-",
          ...Object.fromEntries(
            against.map((other) => [`÷ ${other.split(",")[0]}`, (median(name) / median(other)).toFixed(2)]),
          ),
        },
      ]),
    ),
  );

  await repeat(code, join(work, "tenfold"), 10);
  const tenfold = await time(
    [...opis, "inventory", "--no-map", "-q", "-f", "json", "--no-cache", join(work, "tenfold")],
    { cache, cwd: work },
  );
  console.log(
    `ten times the files: ${tenfold.seconds.toFixed(1)} s, ${(tenfold.seconds / median("opis, cold")).toFixed(2)} times the time, peak ${tenfold.peak} MB`,
  );
}

/** Wall time of a process and, where `time` tells it, the most memory it held. @param {string[]} command @param {{ cache: string, cwd: string }} surroundings */
function time(command, { cache, cwd }) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const [program = "", ...rest] = [...MEASURED, ...command];
    const child = spawn(program, rest, {
      cwd,
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, OPIS_CACHE_DIR: cache },
    });
    let text = "";
    child.stderr.setEncoding("utf8").on("data", (chunk) => (text += chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      const seconds = (performance.now() - start) / 1000;
      if (code !== 0 && code !== 1) reject(new Error(`${command.join(" ")} answered ${code}: ${text}`));
      else resolve({ seconds, peak: Math.round(Number(/peak (\d+)/.exec(text)?.[1] ?? 0) / 1024) });
    });
  });
}
