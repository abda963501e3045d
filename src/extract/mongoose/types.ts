import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { ValueType } from "../../model/index.js";
import { calleePath, stringValue } from "../estree/index.js";

const TYPES: ReadonlyMap<string, ValueType> = new Map([
  ["String", "string"],
  ["Number", "number"],
  ["Int32", "number"],
  ["Double", "number"],
  ["Long", "number"],
  ["BigInt", "number"],
  ["Decimal128", "number"],
  ["Boolean", "boolean"],
  ["Bool", "boolean"],
  ["Date", "date"],
  ["Buffer", "bytes"],
  ["Mixed", "json"],
  ["Object", "json"],
  ["Array", "json"],
  ["Map", "json"],
  ["ObjectId", "string"],
  ["ObjectID", "string"],
  ["UUID", "string"],
]);

/** `String`, `"string"`, `Schema.Types.ObjectId`, `mongoose.Types.Decimal128`; null for the name of a record. */
export function schemaType(node: TSESTree.Node): ValueType | null {
  const written = stringValue(node);
  if (written !== null) return TYPES.get(written.charAt(0).toUpperCase() + written.slice(1)) ?? null;
  const path = calleePath(node);
  const last = path?.at(-1);
  if (!path || !last) return null;
  const known = TYPES.get(last);
  if (known) return known;
  // Plugins add types of their own: `mongoose.SchemaTypes.Email`.
  return path.length > 1 && /^(?:Schema)?Types$/.test(path.at(-2)!) ? "string" : null;
}
