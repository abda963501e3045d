import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { rulesFolder } from "../catalog/index.js";
import { complain, quote } from "./complain.js";
import type { Complaint } from "./complaint.js";
import { joinPath, nodeAt, toPlain, type Located, type LocatedMap } from "./located.js";
import { nearest } from "./nearest.js";

/** The published JSON Schema of the map. */
export const dataMapSchemaFile = join(rulesFolder, "schemas", "datamap.schema.json");

let compiled: Promise<ValidateFunction> | null = null;

function validator(): Promise<ValidateFunction> {
  compiled ??= readFile(dataMapSchemaFile, "utf8").then((text) => {
    const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, verbose: true });
    formats.default(ajv);
    return ajv.compile(JSON.parse(text) as object);
  });
  return compiled;
}

export interface Assertion {
  readonly complaints: readonly Complaint[];
  /** Clauses that YAML read as numbers: they load, and a rule speaks of them. */
  readonly numericClauses: readonly Located[];
}

/** Holds a map against the schema. */
export async function assertShape(root: LocatedMap): Promise<Assertion> {
  const validate = await validator();
  if (validate(toPlain(root))) return { complaints: [], numericClauses: [] };
  const complaints: Complaint[] = [];
  const numericClauses: Located[] = [];
  for (const error of validate.errors ?? []) {
    const node = nodeAt(root, stepsOf(error.instancePath));
    if (isNumericClause(error, node)) numericClauses.push(node);
    else if (!isConsequence(error)) complaints.push(toComplaint(error, node));
  }
  return { complaints, numericClauses };
}

function stepsOf(instancePath: string): string[] {
  return instancePath
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}

const definitionOf = (error: ErrorObject): string => /^#\/\$defs\/(\w+)\/\w+$/.exec(error.schemaPath)?.[1] ?? "";

function isNumericClause(error: ErrorObject, node: Located): boolean {
  const isNumber = node.kind === "scalar" && typeof node.value === "number";
  return isNumber && error.keyword === "type" && definitionOf(error) === "clause";
}

/** Errors that only repeat another one. */
function isConsequence({ keyword, schema, data }: ErrorObject): boolean {
  if (keyword === "if" || keyword === "propertyNames") return true;
  // A fraction where a whole number is due is already a wrong type.
  return keyword === "minimum" && schema !== undefined && typeof data === "number" && !Number.isInteger(data);
}

function toComplaint(error: ErrorObject, node: Located): Complaint {
  switch (error.keyword) {
    case "additionalProperties":
      return unknownKey(error, node);
    case "required":
      return missingKey(error, node);
    case "type":
      return wrongType(error, node);
    case "const":
      return complain("version", node.place, node.path, { value: shown(node) });
    case "enum":
      return wrongChoice(error, node);
    case "format":
      return complain("date", node.place, node.path, { value: shown(node) });
    case "pattern":
      return wrongPattern(error, node);
    case "minItems":
    case "minLength":
      return complain("empty-value", node.place, node.path);
    default:
      return complain("range", node.place, node.path, { value: shown(node), bound: boundOf(error) });
  }
}

function unknownKey(error: ErrorObject, node: Located): Complaint {
  const key = (error.params as { additionalProperty: string }).additionalProperty;
  const keys = Object.keys((error.parentSchema?.["properties"] ?? {}) as object);
  const place = node.kind === "map" ? node.entries.get(key)?.keyPlace : undefined;
  const free = keys.filter((known) => node.kind === "map" && !node.entries.has(known));
  const data = { key: quote(key), keys: keys.join(", ") };
  return complain("unknown-key", place ?? node.place, joinPath(node.path, key), data, { nearest: nearest(key, free) });
}

function missingKey(error: ErrorObject, node: Located): Complaint {
  const key = (error.params as { missingProperty: string }).missingProperty;
  const properties = (error.parentSchema?.["properties"] ?? {}) as Record<string, { description?: string }>;
  const meaning = Object.hasOwn(properties, key) ? (properties[key]?.description ?? "") : "";
  return complain("missing-key", node.place, node.path, { key, meaning });
}

function wrongType(error: ErrorObject, node: Located): Complaint {
  const types = [error.schema as string | string[]].flat();
  const value = shown(node);
  if (types.includes("boolean") && /^(?:yes|no|on|off|y|n)$/i.test(value)) {
    return complain("yes-no", node.place, node.path, {
      value,
      instead: /^(?:yes|on|y)$/i.test(value) ? "true" : "false",
    });
  }
  const expected = types.filter((type) => type !== "null" && !(type === "number" && types.includes("string")));
  const words = expected.map((type) => `@${expectedNoun(type, definitionOf(error))}`);
  return complain("wrong-type", node.place, node.path, { actual: `@${actualNoun(node)}`, expected: words.join("|") });
}

function expectedNoun(type: string, definition: string): string {
  if (definition === "clause") return "quoted";
  return { object: "mapping", array: "list", string: "text" }[type] ?? type;
}

function actualNoun(node: Located): string {
  if (node.kind !== "scalar") return node.kind === "map" ? "mapping" : "list";
  if (node.value === null) return "nothing";
  return { string: "text", number: "number", boolean: "boolean" }[typeof node.value as "string"];
}

function wrongChoice(error: ErrorObject, node: Located): Complaint {
  const values = (error.params as { allowedValues: unknown[] }).allowedValues.map(String);
  const value = shown(node);
  const near = nearest(value, values);
  if (definitionOf(error) === "country") {
    const isBoolean = node.kind === "scalar" && typeof node.value === "boolean";
    return complain(
      isBoolean ? "country-boolean" : "country",
      node.place,
      node.path,
      { value },
      { nearest: nearCountry(value) },
    );
  }
  const kind = error.schemaPath.endsWith("/then/enum") ? "rule-setting" : "choice";
  return complain(
    kind,
    node.place,
    node.path,
    { value, values: values.join(", ") },
    { nearest: value === "off" ? null : near },
  );
}

/** Codes people write for another: two letters are too short to be told by spelling. */
const mistakenCountries = new Map([
  ["UK", "GB"],
  ["EN", "GB"],
  ["USA", "US"],
  ["RUS", "RU"],
  ["DEU", "DE"],
  ["GER", "DE"],
  ["EL", "GR"],
  ["FALSE", "NO"],
]);

function nearCountry(value: string): string | null {
  const upper = value.toUpperCase();
  return mistakenCountries.get(upper) ?? (/^[a-z]{2}$/i.test(value) && upper !== value ? upper : null);
}

function wrongPattern(error: ErrorObject, node: Located): Complaint {
  const definition = definitionOf(error);
  const name = (error as { propertyName?: string }).propertyName;
  const place =
    name !== undefined && node.kind === "map" ? (node.entries.get(name)?.keyPlace ?? node.place) : node.place;
  const path = name === undefined ? node.path : joinPath(node.path, name);
  const value = name === undefined ? shown(node) : quote(name);
  if (definition === "duration" || definition === "openDuration") return complain("duration", place, path, { value });
  if (definition === "id") return complain("id", place, path, { value });
  return complain("pattern", place, path, { value, meaning: `@${definition || "source"}` });
}

function boundOf({ params }: ErrorObject): string {
  const { comparison, limit } = params as { comparison?: string; limit?: number };
  return `${comparison ?? ""} ${limit ?? ""}`.trim();
}

function shown(node: Located): string {
  return node.kind === "scalar" ? quote(node.source) : node.kind;
}
