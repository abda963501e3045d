import { basename } from "node:path";
import {
  BaselineError,
  CatalogError,
  DataMapError,
  GitError,
  NoFilesError,
  PolicyError,
  ShardError,
  toolVersion,
} from "../audit/index.js";
import { rulesFolder } from "../catalog/index.js";
import { RuleError } from "../checks/index.js";
import { formatComplaints, MapEditError } from "../data-map/index.js";
import { escapeTerminalLines } from "../report/index.js";
import { commandNames, isCommand } from "./command-table.js";
import { exitCodes, type ExitCode } from "./exit-code.js";
import { nearestOf } from "./nearest.js";
import type { CliSpeaker } from "./words/index.js";

/** Something the user can mend: said in one line, with a hint where there is one. */
export class UsageError extends Error {
  readonly hint: string | null;

  constructor(message: string, hint: string | null = null) {
    super(message);
    this.name = "UsageError";
    this.hint = hint;
  }
}

export interface Failure {
  readonly text: string;
  readonly code: ExitCode;
}

/** What a thrown value means for the user. Whatever is not known here is a defect of Opis. */
export function describeFailure(error: unknown, words: CliSpeaker): Failure {
  const usage = (message: string, hint: string | null = null): Failure => ({
    text: labelled(message, hint, words),
    code: exitCodes.usage,
  });
  if (error instanceof UsageError) return usage(error.message, error.hint);
  if (error instanceof DataMapError) {
    const head = words.say("error.map", { n: error.complaints.length });
    return usage(`${head}\n\n${formatComplaints(error.complaints, words.language)}`);
  }
  if (error instanceof NoFilesError) return usage(noFiles(error, words), noFilesHint(error, words));
  if (error instanceof PolicyError) return usage(words.say(`policy.${error.reason}`, { file: error.file }));
  if (error instanceof BaselineError) {
    const { problem, file, detail } = error;
    return usage(words.say(`baseline.${problem}`, { file, detail }), words.say("baseline.hint"));
  }
  if (error instanceof ShardError)
    return usage(
      words.say(`shard.${error.problem}`, { detail: error.detail }),
      words.say(`shard.${error.problem}-hint`),
    );
  if (error instanceof GitError)
    return usage(words.say(`git.${error.problem}`, { detail: error.detail }), gitHint(error, words));
  if (error instanceof MapEditError)
    return usage(words.say("sync.impossible", { reason: error.message }), words.say("sync.impossible-hint"));
  // A fault in a file that ships with Opis is a defect; in one of the user's it is theirs to mend.
  if (error instanceof CatalogError && !error.message.startsWith(rulesFolder)) {
    return usage(error.message, words.say("error.catalog"));
  }
  if (error instanceof RuleError) {
    return usage(error.message, words.say("error.catalog"));
  }
  return { text: escapeTerminalLines(defect(error, words)), code: exitCodes.defect };
}

function gitHint({ problem }: GitError, words: CliSpeaker): string | null {
  const key = `git.${problem}-hint`;
  return words.has(key) ? words.say(key) : null;
}

function labelled(message: string, hint: string | null, words: CliSpeaker): string {
  const line = `${words.say("error.label")}: ${message}`;
  return escapeTerminalLines(hint === null ? line : `${line}\n${words.say("error.hint")}: ${hint}`);
}

function noFiles({ message, looked, missing }: NoFilesError, words: CliSpeaker): string {
  if (words.language === "en") return message;
  return words.say(missing ? "error.missing" : "error.empty", { path: looked.join(", ") });
}

function noFilesHint({ missing, looked }: NoFilesError, words: CliSpeaker): string | null {
  if (!missing) return words.say("error.empty-hint");
  // A word that is no command is taken for a path to audit: `opis inventry`.
  const word = basename(looked[0] ?? "");
  if (isCommand(word)) return words.say("error.command-first", { command: `opis ${word}` });
  const near = nearestOf(word, commandNames);
  return near && words.say("error.command", { command: `opis ${near}` });
}

/** Names rule, collector and file through the message of the error; a stack helps whoever mends it. */
function defect(error: unknown, words: CliSpeaker): string {
  const { platform, arch, version } = process;
  return [
    words.say("defect.title"),
    words.say("defect.report"),
    "",
    `  opis ${toolVersion}, Node ${version}, ${platform} ${arch}`,
    ...trace(error).map((line) => `  ${line}`),
  ].join("\n");
}

function trace(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const own = (error.stack ?? error.message).split("\n");
  return error.cause === undefined ? own : [...own.slice(0, 1), ...trace(error.cause)];
}
