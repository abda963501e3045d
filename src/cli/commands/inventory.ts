import type { Command } from "commander";
import { audit } from "../../audit/index.js";
import type { AuditResult, Confidence } from "../../model/index.js";
import { inventoryFormats } from "../../report/index.js";
import type { Acting } from "../acting.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { withInventoryFlags, type InventoryFlags } from "../flags.js";
import { examples } from "../help.js";
import { contextFor } from "../report.js";
import type { Session } from "../session.js";
import { workOptions } from "../work-options.js";

const RANK = { low: 0, medium: 1, high: 2 } as const satisfies Record<Confidence, number>;

/** `opis inventory [paths...]`: what the code collects; a map, where there is one, adds its categories and its scope. */
export function addInventoryCommand(program: Command, acting: Acting): void {
  withInventoryFlags(
    program
      .command("inventory")
      .description("Lists every personal-data field that the code collects, with its data type and certainty.")
      .argument("[paths...]", "files and folders to look at; default: the folder of the data map, or this one"),
  )
    .addHelpText(
      "after",
      examples([
        ["opis inventory src", "what src collects"],
        ["opis inventory --min-confidence low", "doubtful fields too"],
        ["opis inventory -f csv > fields.csv", "for a spreadsheet"],
      ]),
    )
    .action(acting(inventoryCommand));
}

async function inventoryCommand(paths: readonly string[], flags: InventoryFlags, session: Session): Promise<ExitCode> {
  const { io } = session;
  const run = await session.withProgress(flags, (progress) =>
    audit({
      paths,
      ...(flags.map === false ? { map: null } : flags.map ? { map: flags.map } : {}),
      ...workOptions(flags, io),
      progress,
    }),
  );
  const language = session.speak(flags.lang ?? run.model?.map.audit.language ?? "en");
  const result = atLeast(run.result, flags.minConfidence);
  const context = contextFor(run.catalog, io, { language, color: flags.color, stream: io.stdout });
  io.stdout.write(inventoryFormats[flags.format].render(result, context));
  return exitCodes.clean;
}

function atLeast(result: AuditResult, least: Confidence): AuditResult {
  return { ...result, inventory: result.inventory.filter(({ confidence }) => RANK[confidence] >= RANK[least]) };
}
