import { Command } from "commander";
import { toolVersion } from "../audit/index.js";
import { actingIn, type Acting } from "./acting.js";
import { commandNames, type CommandName } from "./command-names.js";
import { addAuditCommand } from "./commands/audit.js";
import { addBaselineCommand } from "./commands/baseline.js";
import { addDiffCommand } from "./commands/diff.js";
import { addExplainCommand } from "./commands/explain.js";
import { addInitCommand } from "./commands/init.js";
import { addInventoryCommand } from "./commands/inventory.js";
import { addMergeCommand } from "./commands/merge.js";
import { addRulesCommand } from "./commands/rules.js";
import { addSchemaCommand } from "./commands/schema.js";
import { addSyncCommand } from "./commands/sync.js";
import type { ExitCode } from "./exit-code.js";
import { describeOption, EXIT_CODES } from "./help.js";
import type { Session } from "./session.js";

const COMMANDS = {
  audit: addAuditCommand,
  inventory: addInventoryCommand,
  init: addInitCommand,
  sync: addSyncCommand,
  baseline: addBaselineCommand,
  diff: addDiffCommand,
  merge: addMergeCommand,
  explain: addExplainCommand,
  rules: addRulesCommand,
  schema: addSchemaCommand,
} as const satisfies Record<CommandName, (program: Command, acting: Acting) => void>;

/** The commands and their flags. `answer` is given the exit code of the command that ran. */
export function createProgram(session: Session, answer: (code: ExitCode) => void): Command {
  const program = configured(session);
  const acting = actingIn(session, answer);
  for (const name of commandNames) COMMANDS[name](program, acting);
  return program;
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
