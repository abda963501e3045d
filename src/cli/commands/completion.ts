import { Argument, type Command } from "commander";
import type { Acting } from "../acting.js";
import { scripts, shells, type Shell } from "../completion/scripts.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import type { SpeakingFlags } from "../flags.js";
import { examples } from "../help.js";
import type { Session } from "../session.js";

/** `opis completion SHELL`: prints the script by which a shell completes commands, flags, their values and rules. */
export function addCompletionCommand(program: Command, acting: Acting): void {
  program
    .command("completion")
    .description("Prints the script by which a shell completes commands, flags, their values and rules.")
    .addArgument(new Argument("<shell>", "your shell").choices(shells))
    .addHelpText(
      "after",
      examples([
        ["source <(opis completion bash)", "in ~/.bashrc"],
        ["source <(opis completion zsh)", "in ~/.zshrc, after compinit"],
        ["opis completion fish > ~/.config/fish/completions/opis.fish", "once"],
      ]),
    )
    .action(acting(completionCommand));
}

function completionCommand(shell: Shell, _flags: SpeakingFlags, { io }: Session): Promise<ExitCode> {
  io.stdout.write(scripts[shell]);
  return Promise.resolve(exitCodes.clean);
}
