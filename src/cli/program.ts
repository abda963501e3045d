import { Command } from "commander";
import { toolVersion } from "../audit/index.js";
import { formats } from "../report/index.js";
import { auditCommand } from "./commands/audit.js";
import type { ExitCode } from "./exit-code.js";
import { withAuditFlags, type AuditFlags, type SpeakingFlags } from "./flags.js";
import type { Session } from "./session.js";

/** The commands and their flags. `answer` is given the exit code of the command that ran. */
export function createProgram(session: Session, answer: (code: ExitCode) => void): Command {
  const { stdout, stderr } = session.io;
  const program = new Command("opis")
    .description(
      "Finds every personal-data field that a TypeScript or JavaScript code base collects\nand holds it against a YAML data map (152-FZ, GDPR).",
    )
    .version(toolVersion, "-v, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .helpCommand("help [command]", "print help of a command")
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

  /** Runs a command in the language asked for; its errors are spoken in it too. */
  const acting =
    <Flags extends SpeakingFlags>(work: (paths: string[], flags: Flags) => Promise<ExitCode>) =>
    async (paths: string[], flags: Flags): Promise<void> => {
      session.speak(flags.lang ?? "en");
      answer(await work(paths, flags));
    };

  withAuditFlags(
    program
      .command("audit", { isDefault: true })
      .summary("hold the code against the data map (what opis does without a command)")
      .description("Holds the code against the data map and reports what contradicts it.")
      .argument("[paths...]", "files and folders to audit; default: the folder of the data map"),
    Object.keys(formats),
  )
    .addHelpText(
      "after",
      examples([
        ["opis", "audit the code around the nearest opis.yaml"],
        ["opis src --fail-on warning", "audit src; exit 1 on warnings too"],
        ["opis -f terminal -f json=report.json", "read it here, keep it for machines"],
        ["opis --lang ru --regime 152-fz", "in Russian, by 152-FZ alone"],
      ]),
    )
    .action(acting((paths, flags: AuditFlags) => auditCommand(paths, flags, session)));

  return program;
}

const EXIT_CODES = `
Exit codes:
  0   nothing at or above --fail-on
  1   findings
  2   wrong usage, no or invalid data map, nothing to audit
  3   incomplete, with --require-complete
  70  a defect of opis`;

function examples(lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  return `\nExamples:\n${lines.map(([command, what]) => `  ${command.padEnd(width)}  # ${what}`).join("\n")}`;
}
