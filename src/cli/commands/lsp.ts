import type { Command } from "commander";
import type { Acting } from "../acting.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { withReadingFlags, type ReadingFlags, type SpeakingFlags } from "../flags.js";
import { examples } from "../help.js";
import type { Session } from "../session.js";
import { workOptions } from "../work-options.js";

/** `opis lsp`: the audit in an editor. */
export function addLspCommand(program: Command, acting: Acting): void {
  withReadingFlags(
    program
      .command("lsp")
      .description("Serves an editor with findings as you type, over standard input and output (LSP).")
      .option("--stdio", "over standard input and output, as always; some editors say so", true),
  )
    .addHelpText(
      "after",
      examples([
        ["opis lsp", "what an editor starts"],
        ["opis lsp --lang ru", "findings and hovers in Russian"],
      ]),
    )
    .action(
      // The action of a command without arguments is given its flags first.
      acting((flags: ReadingFlags, _command: SpeakingFlags, session) => lspCommand(flags, session)),
    );
}

async function lspCommand(flags: ReadingFlags, { io }: Session): Promise<ExitCode> {
  const { serve } = await import("../../lsp/index.js");
  const inForm = await serve(process.stdin, process.stdout, {
    ...workOptions(flags, io),
    minConfidence: flags.minConfidence,
    ...(flags.map && { map: flags.map }),
    language: flags.lang ?? null,
  });
  process.stdin.unref();
  // The protocol asks for 1 of a server that was told to exit before it was told to shut down.
  return inForm ? exitCodes.clean : exitCodes.findings;
}
