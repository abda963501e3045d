import { Argument, type Command } from "commander";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { rulesFolder } from "../../catalog/index.js";
import type { Acting } from "../acting.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { examples } from "../help.js";
import type { SpeakingFlags } from "../flags.js";
import type { Session } from "../session.js";

/** The published JSON Schemas by the name that asks for them. */
const schemaNames = [
  "datamap",
  "result",
  "baseline",
  "changes",
  "rule",
  "user-rule",
  "data-type",
  "recipient",
] as const;

type SchemaName = (typeof schemaNames)[number];

/** `opis schema [name]`: prints a JSON Schema, by default that of the data map. */
export function addSchemaCommand(program: Command, acting: Acting): void {
  program
    .command("schema")
    .description("Prints a JSON Schema: of the data map, of the result of an audit, or of a catalogue file.")
    .addArgument(new Argument("[name]", "which schema").choices(schemaNames).default("datamap"))
    .addHelpText("after", examples([["opis schema > opis.schema.json", "for editors that complete YAML"]]))
    .action(acting(schemaCommand));
}

async function schemaCommand(name: SchemaName, _flags: SpeakingFlags, { io }: Session): Promise<ExitCode> {
  io.stdout.write(await readFile(join(rulesFolder, "schemas", `${name}.schema.json`), "utf8"));
  return exitCodes.clean;
}
