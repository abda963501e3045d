import { CommanderError } from "commander";
import { exitCodes, type ExitCode } from "./exit-code.js";
import { processIo, type Io } from "./io.js";
import { createProgram } from "./program.js";
import { Session } from "./session.js";
import { tameProcess } from "./tame-process.js";

/** Runs the program as the process it is in. Resolves to the exit code. */
export async function main(): Promise<number> {
  tameProcess();
  return run(process.argv.slice(2), processIo());
}

/** Runs the program with the given arguments and surroundings. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const session = new Session(io);
  let code: ExitCode = exitCodes.clean;
  try {
    if (argv[0] === "complete" && argv[1] === "--") {
      const { renderCompletions } = await import("./completion/complete.js");
      io.stdout.write(await renderCompletions(argv.slice(2)));
      return code;
    }
    const program = await createProgram(session, argv, (answer) => {
      code = answer;
    });
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    // Commander has printed its own message, and answers 0 for --help and --version.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
    return session.complain(error);
  }
}
