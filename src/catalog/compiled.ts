import { readFile, writeFile } from "node:fs/promises";
import type { Catalog } from "../model/index.js";

/** Made by the build beside the compiled code: hundreds of YAML files take longer to read than an audit of a small project. */
const file = new URL("./compiled.json", import.meta.url);

type Plain<Shape> = {
  [Key in keyof Shape]: Shape[Key] extends ReadonlyMap<infer Id, infer Entry> ? [Id, Entry][] : Shape[Key];
};

export async function writeCompiled({ rules, dataTypes, recipients, law, ...rest }: Catalog): Promise<void> {
  const plain: Plain<Catalog> = {
    ...rest,
    rules: [...rules],
    dataTypes: [...dataTypes],
    recipients: [...recipients],
    law: [...law],
  };
  await writeFile(file, JSON.stringify(plain));
}

/** The compiled catalogue, or null where none has been made, as when running from sources. */
export async function readCompiled(): Promise<Catalog | null> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return null;
  const { rules, dataTypes, recipients, law, ...rest } = JSON.parse(text) as Plain<Catalog>;
  return {
    ...rest,
    rules: new Map(rules),
    dataTypes: new Map(dataTypes),
    recipients: new Map(recipients),
    law: new Map(law),
  };
}
