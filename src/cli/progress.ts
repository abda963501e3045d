import ora from "ora";
import type { ProgressEvent } from "../audit/index.js";
import type { Io } from "./io.js";
import type { CliSpeaker } from "./words/index.js";

export interface Progress {
  show(event: ProgressEvent): void;
  stop(): void;
}

const SILENT: Progress = { show: () => undefined, stop: () => undefined };

/** A spinner on standard error where someone is there to see it; elsewhere nothing. */
export function startProgress({ stderr, env }: Io, quiet: boolean, words: CliSpeaker): Progress {
  if (quiet || !stderr.isTTY || env["CI"] || stderr !== process.stderr) return SILENT;
  // Standard input is left alone, so that Ctrl-C reaches the process as a signal and not as a key.
  const spinner = ora({ stream: process.stderr, discardStdin: false, text: words.say("progress.discover") }).start();
  return {
    show: ({ stage, done, total }) => {
      spinner.text = words.say(`progress.${stage}`, { done, total });
    },
    stop: () => spinner.stop(),
  };
}
