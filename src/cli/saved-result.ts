import { Ajv2020 } from "ajv/dist/2020.js";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { rulesFolder } from "../catalog/index.js";
import type { AuditResult } from "../model/index.js";
import { UsageError } from "./failure.js";
import type { CliSpeaker } from "./words/index.js";

/** Whether what a user names is a file rather than a reference of git. */
export async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isFile(),
    () => false,
  );
}

/** A result that `-f json` has saved. One of a later Opis may say more than this one knows: the rest of it is left aside. */
export async function readResult(path: string, name: string, words: CliSpeaker): Promise<AuditResult> {
  const refuse = (detail: string): UsageError =>
    new UsageError(words.say("diff.not-result", { file: name, detail }), words.say("diff.not-result-hint"));
  let parsed: unknown;
  try {
    parsed = JSON.parse((await readFile(path, "utf8")).replace(/^\ufeff/, ""));
  } catch (error) {
    throw refuse((error as Error).message);
  }
  const schema = JSON.parse(await readFile(join(rulesFolder, "schemas", "result.schema.json"), "utf8")) as object;
  const validate = new Ajv2020({ removeAdditional: true, allowUnionTypes: true }).compile(schema);
  if (!validate(parsed)) {
    const [first] = validate.errors ?? [];
    throw refuse(`${first?.instancePath || "/"} ${first?.message ?? ""}`.trim());
  }
  return parsed as AuditResult;
}
