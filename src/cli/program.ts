import { Command } from "commander";
import { toolVersion } from "../model/index.js";
import { actingIn } from "./acting.js";
import { commandNames, commands, DEFAULT_COMMAND, isCommand, type CommandName } from "./command-table.js";
import type { ExitCode } from "./exit-code.js";
import { describeOption, EXIT_CODES } from "./help.js";
import type { Session } from "./session.js";

/** Asked of the program itself, not of a command. */
const OF_THE_PROGRAM: readonly string[] = ["-h", "--help", "-v", "--version"];

/**
 * The program as the given arguments ask for it: the command they name has its flags, the others stand in the list with what they are for.
 * `answer` is given the exit code of the command that ran.
 */
export async function createProgram(
  session: Session,
  argv: readonly string[],
  answer: (code: ExitCode) => void,
): Promise<Command> {
  const program = configured(session);
  const acting = actingIn(session, answer);
  const asked = commandAsked(argv);
  for (const name of commandNames) {
    if (name === asked) (await commands[name].load())(program, acting);
    else list(program, name);
  }
  return program;
}

function commandAsked(argv: readonly string[]): CommandName | null {
  const [first, second] = argv;
  if (first === "help") return second !== undefined && isCommand(second) ? second : null;
  if (first !== undefined && OF_THE_PROGRAM.includes(first)) return null;
  return first !== undefined && isCommand(first) ? first : DEFAULT_COMMAND;
}

function list(program: Command, name: CommandName): void {
  const { arguments: usage, summary } = commands[name];
  const command = program.command(name).summary(summary).option("-q, --quiet");
  if (usage !== "") command.arguments(usage);
}

function configured({ io: { stdout, stderr } }: Session): Command {
  return new Command("opis")
    .description(
      "Finds every personal-data field that a TypeScript or JavaScript code base collects\nand holds it against a YAML data map (152-FZ, GDPR).",
    )
    .version(toolVersion, "-v, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help of a command")
    .configureHelp({ optionDescription: describeOption })
    .showSuggestionAfterError(true)
    .showHelpAfterError("(--help lists the options)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => 100,
      getErrHelpWidth: () => 100,
    })
    .addHelpText("after", EXIT_CODES);
}
