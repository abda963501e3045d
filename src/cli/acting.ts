import type { ExitCode } from "./exit-code.js";
import type { SpeakingFlags } from "./flags.js";
import type { Session } from "./session.js";

/** What a command does, given its argument and flags. */
export type Work<Given, Flags extends SpeakingFlags> = (
  given: Given,
  flags: Flags,
  session: Session,
) => Promise<ExitCode>;

/** Makes a command's work an action of the program: run in the language asked for, its exit code passed on. */
export type Acting = <Given, Flags extends SpeakingFlags>(
  work: Work<Given, Flags>,
) => (given: Given, flags: Flags) => Promise<void>;

export function actingIn(session: Session, answer: (code: ExitCode) => void): Acting {
  return (work) => async (given, flags) => {
    session.speak(flags.lang ?? "en");
    answer(await work(given, flags, session));
  };
}
