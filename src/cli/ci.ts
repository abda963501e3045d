import type { Io } from "./io.js";
import type { OutputRequest } from "./outputs.js";
import type { CliKey } from "./words/index.js";

interface KnownCi {
  /** Variable that the platform sets to `true`. */
  readonly variable: string;
  readonly output: OutputRequest;
  /** What is said about it. */
  readonly notice: CliKey;
}

/**
 * What is added by itself when no format is asked for. GitHub reads workflow commands from either stream; standard output stays the report's.
 */
const KNOWN: readonly KnownCi[] = [
  { variable: "GITHUB_ACTIONS", output: { format: "github", to: "stderr" }, notice: "ci.github" },
  {
    variable: "GITLAB_CI",
    output: { format: "gitlab", to: { file: "gl-code-quality-report.json" } },
    notice: "ci.gitlab",
  },
];

export function knownCi(env: Io["env"]): KnownCi | null {
  return KNOWN.find(({ variable }) => env[variable] === "true") ?? null;
}
