import { readFile } from "node:fs/promises";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { join } from "node:path";
import { isMap, LineCounter, parseDocument, type Document } from "yaml";
import { CatalogError } from "./error.js";
import { rulesFolder } from "./folder.js";

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, verbose: true });
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

interface ReadYaml {
  readonly value: unknown;
  readonly document: Document;
  readonly lines: LineCounter;
}

/** Reads one YAML file of the catalogue, or of the user's additions to it. */
export async function readYaml(file: string): Promise<ReadYaml> {
  const lines = new LineCounter();
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new CatalogError(file, 1, 1, `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`);
  });
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const fault = document.errors[0];
  if (fault) {
    const { line, col } = lines.linePos(fault.pos[0]);
    throw new CatalogError(file, line, col, fault.message.split("\n")[0]!);
  }
  return { value: document.toJS({ maxAliasCount: 0 }), document, lines };
}

/** Reads one YAML file and asserts it against its schema. */
export async function readCatalogFile<Shape>(file: string, schema: string): Promise<Shape> {
  const { value, document, lines } = await readYaml(file);
  const validate = await validatorOf(schema);
  if (validate(value)) return value as Shape;
  const error = worst(validate.errors ?? []);
  const path = (error?.instancePath ?? "").split("/").slice(1);
  const { line, col } = lines.linePos(offsetOf(document, path, error));
  throw new CatalogError(file, line, col, `${path.join(".") || "file"} ${complaint(error)}`);
}

/** The error that says most: branches only report what failed within them. */
function worst(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const own = errors.filter(({ keyword }) => keyword !== "if" && keyword !== "oneOf" && keyword !== "anyOf");
  return own.find(({ keyword }) => keyword === "additionalProperties") ?? own[0] ?? errors[0];
}

function complaint(error: ErrorObject | undefined): string {
  const message = error?.message ?? "is not valid";
  const params = (error?.params ?? {}) as Readonly<Record<string, unknown>>;
  const allowed = (error?.parentSchema as { properties?: object } | undefined)?.properties;
  if (error?.keyword === "additionalProperties") {
    const known = allowed ? `; there are ${Object.keys(allowed).join(", ")}` : "";
    return `${message}: "${String(params["additionalProperty"])}"${known}`;
  }
  return error?.keyword === "enum" ? `${message}: ${(params["allowedValues"] as unknown[]).join(", ")}` : message;
}

/** Where the thing stands that is complained of: the key, where one too many is. */
function offsetOf(document: Document, path: readonly string[], error: ErrorObject | undefined): number {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  const extra = error?.keyword === "additionalProperties" ? String(error.params["additionalProperty"]) : null;
  if (extra !== null && isMap(node)) {
    const key = node.items.find((item) => (item.key as { value?: unknown }).value === extra)?.key;
    const start = (key as { range?: readonly number[] } | undefined)?.range?.[0];
    if (start !== undefined) return start;
  }
  return (node as { range?: readonly number[] } | null | undefined)?.range?.[0] ?? 0;
}
