import { InvalidArgumentError, Option, type Command } from "commander";
import type { Shard } from "../audit/index.js";
import type { Confidence, Language, Regime, Severity } from "../model/index.js";
import { inventoryFormats, reportKinds, type InventoryFormatName, type ReportFormat } from "../report/index.js";

/** Flags that say how to speak, on every command. */
export interface SpeakingFlags {
  readonly lang?: Language;
  readonly color: boolean;
  readonly quiet: boolean;
}

/** Flags that say how to do the work; its result does not depend on them. */
export interface WorkFlags extends SpeakingFlags {
  readonly jobs?: number;
  readonly cache: boolean;
}

/** Flags that say what to read. */
export interface ReadingFlags extends WorkFlags {
  readonly map?: string | false;
  readonly minConfidence: Confidence;
}

export interface AuditFlags extends ReadingFlags {
  readonly format: readonly string[];
  readonly failOn?: Severity;
  readonly regime?: readonly Regime[];
  readonly requireComplete: boolean;
  readonly baseline?: string;
  readonly since?: string;
  readonly shard?: Shard;
}

export interface WatchFlags extends ReadingFlags {
  readonly failOn?: Severity;
  readonly regime?: readonly Regime[];
}

export interface BaselineFlags extends ReadingFlags {
  readonly output: string;
  readonly prune: boolean;
  readonly regime?: readonly Regime[];
}

export interface SyncFlags extends ReadingFlags {
  readonly write: boolean;
  readonly check: boolean;
}

export interface DiffFlags extends ReadingFlags {
  readonly format: "terminal" | "markdown" | "json";
}

export interface ReportFlags extends ReadingFlags {
  readonly format?: ReportFormat;
  readonly subject?: string;
  readonly output?: string;
  readonly from?: string;
  readonly previous?: string;
  readonly regime?: readonly Regime[];
}

export interface PolicyFlags extends ReadingFlags {
  readonly format: "terminal" | "json" | "markdown";
  readonly failOn?: Severity;
  readonly draft: boolean;
  readonly output?: string;
}

export interface InventoryFlags extends ReadingFlags {
  readonly format: InventoryFormatName;
}

export interface InitFlags extends WorkFlags {
  readonly output: string;
  readonly force: boolean;
  readonly minConfidence: Confidence;
  readonly name?: string;
  readonly country?: string;
  readonly yes: boolean;
}

export interface ImportFlags extends SpeakingFlags {
  readonly output: string;
  readonly force: boolean;
}

export interface RulesFlags extends SpeakingFlags {
  readonly dataTypes: boolean;
  readonly recipients: boolean;
  readonly collectors: boolean;
  readonly format: "list" | "json";
}

const INVENTORY_FORMATS = Object.keys(inventoryFormats);
const REPORT_FORMATS = [...new Set(Object.values(reportKinds).flatMap(({ formats }) => formats))];
const LANGUAGES = ["en", "ru"] as const satisfies readonly Language[];
const CONFIDENCES = ["low", "medium", "high"] as const satisfies readonly Confidence[];
const SEVERITIES = ["error", "warning", "note"] as const satisfies readonly Severity[];
const REGIMES = ["152-fz", "gdpr"] as const satisfies readonly Regime[];

export function withSpeakingFlags(command: Command): Command {
  return command
    .addOption(
      new Option("--lang <language>", "language of the report, by default the map's, or en").choices(LANGUAGES),
    )
    .option("--no-color", "no colours (as NO_COLOR; FORCE_COLOR forces them)")
    .option("-q, --quiet", "no progress and no notices on standard error", false);
}

export function withReadingFlags(command: Command): Command {
  return withSpeakingFlags(
    command
      .option("-m, --map <file>", "the data map, by default opis.yaml here or in a folder above")
      .addOption(minConfidence())
      .addOption(jobs())
      .addOption(noCache()),
  );
}

export function withInventoryFlags(command: Command): Command {
  return withReadingFlags(
    command.addOption(new Option("-f, --format <name>", "report format").choices(INVENTORY_FORMATS).default("table")),
  ).option("--no-map", "leave a data map out of it");
}

export function withInitFlags(command: Command): Command {
  return withSpeakingFlags(
    command
      .option("-o, --output <file>", "where to write the map; - for standard output", "opis.yaml")
      .option("--force", "write over a file that is there already", false)
      .option("--name <name>", "name of the controller; a question when left out")
      .option("--country <code>", "country of the controller, ISO 3166-1 alpha-2", country)
      .option("-y, --yes", "ask nothing on a terminal: every decision stays a question in the map", false)
      .addOption(minConfidence())
      .addOption(jobs())
      .addOption(noCache()),
  );
}

export function withImportFlags(command: Command): Command {
  return withSpeakingFlags(
    command
      .option("-o, --output <file>", "where to write the map; - for standard output", "opis.yaml")
      .option("--force", "write over a file that is there already", false),
  );
}

export function withRulesFlags(command: Command): Command {
  const listing = (name: string, what: string, others: string[]): Option =>
    new Option(name, what).default(false).conflicts(others);
  return withSpeakingFlags(
    command
      .addOption(listing("--data-types", "list the data types instead", ["recipients", "collectors"]))
      .addOption(
        listing("--recipients", "list the third parties that are recognised instead", ["dataTypes", "collectors"]),
      )
      .addOption(listing("--collectors", "list what is read in code instead", ["dataTypes", "recipients"]))
      .addOption(new Option("-f, --format <name>", "report format").choices(["list", "json"]).default("list")),
  );
}

function minConfidence(): Option {
  return new Option("--min-confidence <level>", "leave out fields that are less certain")
    .choices(CONFIDENCES)
    .default("medium");
}

function jobs(): Option {
  return new Option("-j, --jobs <n>", "worker threads, by default one per processor where it pays").argParser(positive);
}

export function withAuditFlags(command: Command, formats: readonly string[]): Command {
  return withReadingFlags(
    command
      .option(
        "-f, --format <name[=file]>",
        `report format, repeatable; without a file to standard output (${formats.join(", ")})`,
        (value: string, before: readonly string[]) => [...before, value],
        [],
      )
      .addOption(
        new Option("--fail-on <level>", "least severity that fails, by default the map's, or error").choices(
          SEVERITIES,
        ),
      )
      .addOption(regime())
      .addOption(
        new Option("--baseline <file>", "leave out the findings that this file of `opis baseline` remembers").conflicts(
          "since",
        ),
      )
      .option("--since <git-ref>", "leave out the findings that were there where the history parted from this commit")
      .addOption(
        new Option("--shard <i/n>", "read one of n parts of the files, for opis merge to join").argParser(shard),
      )
      .option("--require-complete", "fail (exit code 3) when something in scope could not be analysed", false),
  );
}

export function withWatchFlags(command: Command): Command {
  return withReadingFlags(
    command
      .addOption(new Option("--fail-on <level>", "least severity to end with exit code 1 on").choices(SEVERITIES))
      .addOption(regime()),
  );
}

function regime(): Option {
  return new Option(
    "--regime <list>",
    `laws to audit by, separated by commas, by default the map's (${REGIMES.join(", ")})`,
  ).argParser(regimes);
}

export function withBaselineFlags(command: Command): Command {
  return withReadingFlags(
    command
      .option("-o, --output <file>", "the baseline", "opis-baseline.json")
      .option("--prune", "only take out what no longer occurs; accept nothing new", false)
      .addOption(regime()),
  );
}

export function withSyncFlags(command: Command): Command {
  return withReadingFlags(
    command
      .addOption(new Option("--write", "write without asking").default(false).conflicts("check"))
      .addOption(new Option("--check", "write nothing; exit 1 when the map would change").default(false)),
  );
}

export function withDiffFlags(command: Command): Command {
  return withReadingFlags(
    command.addOption(
      new Option("-f, --format <name>", "report format").choices(["terminal", "markdown", "json"]).default("terminal"),
    ),
  );
}

export function withReportFlags(command: Command): Command {
  return withReadingFlags(
    command
      .addOption(
        new Option("-f, --format <name>", "html for the page; a document's format, by default docx").choices(
          REPORT_FORMATS,
        ),
      )
      .option("-o, --output <file>", "where to write it, by default opis- with the name and the ending of its kind")
      .option("--subject <id>", "kind of data subject that a document is for, by its id in the map")
      .option("--from <file>", "report on a result saved with -f json=FILE instead of auditing")
      .option("--previous <file>", "tell what changed since this saved result")
      .addOption(regime()),
  );
}

function shard(text: string): Shard {
  const [, index, of] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text)?.map(Number) ?? [];
  if (!index || !of || index > of) throw new InvalidArgumentError("Expected a part of a whole, such as 2/4.");
  return { index, of };
}

export function withPolicyFlags(command: Command): Command {
  return withReadingFlags(
    command
      .addOption(
        new Option("-f, --format <name>", "report format")
          .choices(["terminal", "json", "markdown"])
          .default("terminal"),
      )
      .addOption(
        new Option("--fail-on <level>", "least severity that fails, by default the map's, or error").choices(
          SEVERITIES,
        ),
      )
      .option("--draft", "write the data sections of a policy from the map instead", false)
      .option("-o, --output <file>", "where to write the draft or the report; default: standard output"),
  );
}

function noCache(): Option {
  return new Option("--no-cache", "read every file anew, and keep nothing for the next run");
}

function positive(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError("Expected a whole number from 1.");
  return Number(text);
}

function country(text: string): string {
  const code = countryCode(text);
  if (code === null) throw new InvalidArgumentError("Expected two letters, such as DE or RU.");
  return code;
}

/** ISO 3166-1 alpha-2 as it was meant; null for anything else. */
export function countryCode(text: string): string | null {
  return /^[A-Za-z]{2}$/.test(text.trim()) ? text.trim().toUpperCase() : null;
}

function regimes(text: string): Regime[] {
  const names = text.split(",").map((name) => name.trim().toLowerCase());
  return [...new Set(names)].map((name) => {
    const regime = REGIMES.find((known) => known === name);
    if (!regime) throw new InvalidArgumentError(`Expected ${REGIMES.join(" or ")}, or both separated by a comma.`);
    return regime;
  });
}
