import { readFile } from "node:fs/promises";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import { CatalogError } from "./error.js";
import { rulesFolder } from "./folder.js";

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
formats.default(ajv);
const validators = new Map<string, Promise<ValidateFunction>>();

function validatorOf(schema: string): Promise<ValidateFunction> {
  let validator = validators.get(schema);
  if (!validator) {
    validator = readFile(join(rulesFolder, "schemas", `${schema}.schema.json`), "utf8").then((text) =>
      ajv.compile(JSON.parse(text) as object),
    );
    validators.set(schema, validator);
  }
  return validator;
}

/** Reads one YAML file of the catalogue and asserts it against its schema. */
export async function readCatalogFile<Shape>(file: string, schema: string): Promise<Shape> {
  const lines = new LineCounter();
  const document = parseDocument(await readFile(file, "utf8"), { lineCounter: lines, uniqueKeys: true });
  const fault = document.errors[0];
  if (fault) {
    const { line, col } = lines.linePos(fault.pos[0]);
    throw new CatalogError(file, line, col, fault.message.split("\n")[0]!);
  }
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  const validate = await validatorOf(schema);
  if (!validate(value)) {
    const [error] = validate.errors ?? [];
    const path = (error?.instancePath ?? "").split("/").slice(1);
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
    throw new CatalogError(file, line, col, `${path.join(".") || "file"} ${error?.message ?? "is not valid"}`);
  }
  return value as Shape;
}
