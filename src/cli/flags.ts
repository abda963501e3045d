import { InvalidArgumentError, Option, type Command } from "commander";
import type { Confidence, Language, Regime, Severity } from "../model/index.js";

/** Flags that say how to speak, on every command. */
export interface SpeakingFlags {
  readonly lang?: Language;
  readonly color: boolean;
  readonly quiet: boolean;
}

/** Flags that say what to read. */
export interface ReadingFlags extends SpeakingFlags {
  readonly map?: string | false;
  readonly minConfidence: Confidence;
  readonly jobs?: number;
}

export interface AuditFlags extends ReadingFlags {
  readonly format: readonly string[];
  readonly failOn?: Severity;
  readonly regime?: readonly Regime[];
  readonly requireComplete: boolean;
}

const LANGUAGES = ["en", "ru"] as const satisfies readonly Language[];
const CONFIDENCES = ["low", "medium", "high"] as const satisfies readonly Confidence[];
const SEVERITIES = ["error", "warning", "note"] as const satisfies readonly Severity[];
const REGIMES = ["152-fz", "gdpr"] as const satisfies readonly Regime[];

export function withSpeakingFlags(command: Command): Command {
  return command
    .addOption(new Option("--lang <language>", "language of the report; default: the map's, or en").choices(LANGUAGES))
    .option("--no-color", "no colours (as NO_COLOR; FORCE_COLOR forces them)")
    .option("-q, --quiet", "no progress and no notices on standard error", false);
}

export function withReadingFlags(command: Command): Command {
  return withSpeakingFlags(
    command
      .option("-m, --map <file>", "the data map; default: opis.yaml here or in a folder above")
      .addOption(
        new Option("--min-confidence <level>", "leave out fields that are less certain")
          .choices(CONFIDENCES)
          .default("medium"),
      )
      .option("-j, --jobs <n>", "worker threads; default: one per processor where it pays", positive),
  );
}

export function withAuditFlags(command: Command, formats: readonly string[]): Command {
  return withReadingFlags(
    command
      .option(
        "-f, --format <name[=file]>",
        `report format, repeatable; without a file to standard output: ${formats.join(", ")}`,
        (value: string, before: readonly string[]) => [...before, value],
        [],
      )
      .addOption(
        new Option(
          "--fail-on <level>",
          "least severity that fails (exit code 1); default: the map's, or error",
        ).choices(SEVERITIES),
      )
      .option("--regime <list>", `laws to audit by, separated by commas: ${REGIMES.join(", ")}`, regimes)
      .option("--require-complete", "fail (exit code 3) when something in scope could not be analysed", false),
  );
}

function positive(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError("Expected a whole number from 1.");
  return Number(text);
}

function regimes(text: string): Regime[] {
  const names = text.split(",").map((name) => name.trim().toLowerCase());
  return [...new Set(names)].map((name) => {
    const regime = REGIMES.find((known) => known === name);
    if (!regime) throw new InvalidArgumentError(`Expected ${REGIMES.join(" or ")}, or both separated by a comma.`);
    return regime;
  });
}
