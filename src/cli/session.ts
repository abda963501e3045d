import type { ProgressEvent } from "../audit/index.js";
import type { Language } from "../model/index.js";
import type { SpeakingFlags } from "./flags.js";
import type { Io } from "./io.js";
import { cliSpeaker, type CliSpeaker } from "./words/index.js";

/** One run of the program: its surroundings and the language it speaks, which the map may still decide. */
export class Session {
  readonly io: Io;
  words: CliSpeaker = cliSpeaker("en");

  constructor(io: Io) {
    this.io = io;
  }

  speak(language: Language): Language {
    this.words = cliSpeaker(language);
    return language;
  }

  /** A line on standard error that `--quiet` silences. */
  notice(text: string, { quiet }: Pick<SpeakingFlags, "quiet">): void {
    if (!quiet) this.io.stderr.write(`${text}\n`);
  }

  /** Says what went wrong; returns the exit code it asks for. */
  async complain(error: unknown): Promise<number> {
    const { describeFailure } = await import("./failure.js");
    const { text, code } = describeFailure(error, this.words);
    this.io.stderr.write(`${text}\n`);
    return code;
  }

  /** Does work with a spinner on standard error. */
  async withProgress<T>(
    { quiet }: Pick<SpeakingFlags, "quiet">,
    work: (progress: (event: ProgressEvent) => void) => Promise<T>,
  ): Promise<T> {
    const { startProgress } = await import("./progress.js");
    const progress = startProgress(this.io, quiet, this.words);
    try {
      return await work((event) => progress.show(event));
    } finally {
      progress.stop();
    }
  }
}
