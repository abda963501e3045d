import type { ValueType } from "../../model/index.js";
import { defineSchemaCollector, words, type Builder, type Shape } from "../schema-builders/index.js";

/** A definition given to `type`: an object of members, or text. */
const definition: Builder = { makes: "special", read: ([first], reader) => (first ? reader.read(first) : null) };

export default defineSchemaCollector({
  dialect: {
    id: "arktype",
    modules: /^arktype(?:$|\/)/,
    namespaces: [],
    builders: {
      type: definition,
      "type.module": { makes: "value", type: "unknown" },
      "type.enumerated": { makes: "enum", from: "arguments" },
      "type.or": { makes: "join", from: "arguments" },
      "type.and": { makes: "join", from: "arguments" },
      "type.merge": { makes: "join", from: "arguments" },
      "type.instanceOf": { makes: "value", type: "unknown" },
    },
    links: {
      and: "join",
      or: "join",
      merge: "join",
      intersect: "join",
      pick: "pick",
      omit: "omit",
      array: "list",
      describe: "comment",
      configure: "describe",
    },
    validators: new Set(),
    uses: words("assert allows from traverse"),
    literalObjects: true,
    text: readText,
    memberName: (key) => key.replace(/\?$/, ""),
  },
  recognises: "ArkType definitions",
  trigger: /arktype/,
});

const TYPES: Readonly<Record<string, ValueType>> = {
  string: "string",
  number: "number",
  bigint: "number",
  boolean: "boolean",
  Date: "date",
  File: "file",
  object: "json",
  true: "boolean",
  false: "boolean",
};

/** `string.email`, `number > 0`, `'a' | 'b'`, `string[]`: one definition, each alternative read by its first word. */
function readText(text: string): Shape | null {
  const options: string[] = [];
  const validators: string[] = [];
  let type: ValueType | undefined;
  let list = false;
  for (const part of text.split(/[|&]/, 200)) {
    const quoted = /^\s*(["'])(.*)\1/.exec(part);
    if (quoted) options.push(quoted[2]!);
    const [, word = "", check] = /^[\s(]*([A-Za-z]+)(?:\.([\w.]+))?/.exec(part) ?? [];
    if (Object.hasOwn(TYPES, word)) type ??= check === "date" || check === "parse.date" ? "date" : TYPES[word]!;
    if (check && word === "string") validators.push(...check.split(".").map((one) => one.toLowerCase()));
    if (/\[\]\s*\)?\s*$/.test(part)) list = true;
  }
  return {
    type: type ?? (options.length > 0 ? "enum" : "unknown"),
    ...(list && { list }),
    ...(options.length > 0 && { options }),
    ...(validators.length > 0 && { validators }),
  };
}
