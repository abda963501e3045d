import type { Io } from "./io.js";
import type { OutputRequest } from "./outputs.js";
import type { CliKey } from "./words/index.js";

interface KnownCi {
  /** Whether these are its variables. */
  readonly is: (env: Io["env"]) => boolean;
  readonly output: OutputRequest;
  /** What is said about it. */
  readonly notice: CliKey;
}

/**
 * What is added by itself when no format is asked for. GitHub and Azure read commands from either stream; standard output stays the report's.
 * Where a platform takes reports from files, the file stands where it looks for them, or where its own examples have it.
 */
const KNOWN: readonly KnownCi[] = [
  {
    is: (env) => env["GITHUB_ACTIONS"] === "true",
    output: { format: "github", to: "stderr" },
    notice: "ci.github",
  },
  {
    is: (env) => env["GITLAB_CI"] === "true",
    output: { format: "gitlab", to: { file: "gl-code-quality-report.json" } },
    notice: "ci.gitlab",
  },
  {
    // The agent writes `True`.
    is: (env) => env["TF_BUILD"]?.toLowerCase() === "true",
    output: { format: "azure", to: "stderr" },
    notice: "ci.azure",
  },
  {
    is: (env) => isSet(env["BITBUCKET_BUILD_NUMBER"]) && isSet(env["BITBUCKET_REPO_SLUG"]),
    // Bitbucket collects whatever JUnit reports it finds in a folder of this name.
    output: { format: "junit", to: { file: "test-results/opis.xml" } },
    notice: "ci.bitbucket",
  },
  {
    is: (env) => isSet(env["JENKINS_URL"]) && isSet(env["BUILD_NUMBER"]),
    output: { format: "junit", to: { file: "opis-junit.xml" } },
    notice: "ci.jenkins",
  },
];

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== "";
}

export function knownCi(env: Io["env"]): KnownCi | null {
  return KNOWN.find(({ is }) => is(env)) ?? null;
}
