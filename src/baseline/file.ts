import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { rulesFolder } from "../catalog/index.js";
import { compareText, groupBy, type RememberedFinding } from "../model/index.js";
import { BaselineError } from "./error.js";

/** Findings accepted as they stand, so that only what comes on top of them fails. */
export interface Baseline {
  /** Commit checked out when it was written: from there git can tell which files have been renamed since. */
  readonly commit: string | null;
  readonly findings: readonly RememberedFinding[];
}

const VERSION = 1;

interface Written {
  readonly commit: string | null;
  readonly findings: readonly (RememberedFinding & { readonly count?: number })[];
}

/**
 * Reads a baseline.
 * @throws BaselineError when there is none, or it is none of this version
 */
export async function readBaseline(path: string, file: string): Promise<Baseline> {
  const parsed = parse(await readText(path, file), file);
  const version = typeof parsed === "object" && parsed !== null && "version" in parsed ? parsed.version : undefined;
  if (version !== undefined && version !== VERSION) throw new BaselineError("version", file, JSON.stringify(version));
  const validate = await validator();
  if (!validate(parsed)) {
    const [first] = validate.errors ?? [];
    throw new BaselineError("shape", file, `${first?.instancePath || "/"} ${first?.message ?? ""}`.trim());
  }
  const { commit, findings } = parsed as Written;
  return {
    commit,
    findings: findings.flatMap(({ rule, subject, file: at, count = 1 }) =>
      Array.from({ length: count }, (): RememberedFinding => ({ rule, subject, file: at })),
    ),
  };
}

/** The text of a baseline: one finding a line, ordered, so that two branches that change it seldom conflict. */
export function formatBaseline({ commit, findings }: Baseline): string {
  const groups = [...groupBy(findings, ({ rule, subject, file }) => JSON.stringify([rule, subject, file])).values()];
  const rows = groups
    .map((group) => ({ first: group[0]!, count: group.length }))
    .sort(
      ({ first: a }, { first: b }) =>
        compareText(a.rule, b.rule) || compareText(a.subject, b.subject) || compareText(a.file ?? "", b.file ?? ""),
    )
    .map(({ first: { rule, subject, file }, count }) =>
      JSON.stringify({ rule, subject, file, ...(count > 1 && { count }) }),
    );
  const list = rows.length === 0 ? "[]" : `[\n${rows.map((row) => `    ${row}`).join(",\n")}\n  ]`;
  return `{\n  "version": ${VERSION},\n  "commit": ${JSON.stringify(commit)},\n  "findings": ${list}\n}\n`;
}

async function readText(path: string, file: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new BaselineError(code === "ENOENT" || code === "ENOTDIR" ? "missing" : "unreadable", file, code);
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new BaselineError("not-json", file, (error as Error).message);
  }
}

let compiled: Promise<ValidateFunction> | null = null;

function validator(): Promise<ValidateFunction> {
  compiled ??= readFile(join(rulesFolder, "schemas", "baseline.schema.json"), "utf8").then((text) =>
    new Ajv2020().compile(JSON.parse(text) as object),
  );
  return compiled;
}
