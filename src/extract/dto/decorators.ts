import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Hints, ValueType } from "../../model/index.js";
import { propertiesOf, stringValue, type DecoratorCall, type Script } from "../estree/index.js";
import { optionsOf } from "../schema-builders/index.js";

/** Modules whose decorators describe what a request may hold. */
const MODULES =
  /^class-validator|^class-transformer|^class-sanitizer|^@nestjs\/(?:swagger|class-validator|class-transformer|mapped-types)|swagger|openapi|^@tsed\/(?:schema|common)|^@foal\/|^routing-controllers|^@loopback\/(?:repository|openapi-v3)|^@deepkit\/type|^jsonschema-/;
/** Modules with like-named decorators of stored records or of GraphQL types, which other collectors read. */
const OTHERS = /typeorm|sequelize|mongoose|typegoose|mikro-orm|graphql|objection|angular|^lit/;
/** Names plain enough to be told also where the project passes them on under a module of its own. */
const NAMES =
  /^(?:Is[A-Z]\w*|Validate(?:Nested|If)|Api(?:Response)?Property(?:Optional)?|Expose|Matches|MinLength|MaxLength|ArrayM(?:ax|in)Size)$/;

export function isDtoDecorator({ name, module }: DecoratorCall): boolean {
  if (module !== null && OTHERS.test(module)) return false;
  return (module !== null && MODULES.test(module)) || NAMES.test(name);
}

/** Whether a decorator checks what comes in, rather than describing what goes out. */
export function isValidator({ name }: DecoratorCall): boolean {
  return !/^(?:Allow|Expose|Exclude|Type|Transform|Api\w+)$/.test(name);
}

/** Validators that say no more than the type does. */
const PLAIN = new Set(
  "string optional notempty defined number boolean array object int enum in empty notemptyobject instance booleanstring numberstring positive negative notin".split(
    " ",
  ),
);
const TYPES: Readonly<Record<string, ValueType>> = {
  IsString: "string",
  IsEmail: "string",
  IsNumber: "number",
  IsInt: "number",
  IsBoolean: "boolean",
  IsDate: "date",
  IsDateString: "date",
  IsISO8601: "date",
  IsEnum: "enum",
  IsIn: "enum",
  IsFile: "file",
};

export interface Described {
  readonly type?: ValueType;
  readonly list?: boolean;
  readonly target?: string;
  readonly hints: Hints;
}

/** What the decorators of one property say of it. */
export function describeProperty(decorators: readonly DecoratorCall[], script: Script): Described {
  const found: { type?: ValueType; list?: boolean; target?: string } = {};
  const hints: { -readonly [Key in keyof Hints]: Hints[Key] } = {};
  const validators: string[] = [];
  for (const { name, arguments: args } of decorators) {
    if (Object.hasOwn(TYPES, name)) found.type ??= TYPES[name]!;
    if (/^Is[A-Z]/.test(name)) {
      const validator = name.slice(2).toLowerCase();
      if (!PLAIN.has(validator)) validators.push(validator);
      if (validator === "array") found.list = true;
      if (validator === "enum" || validator === "in") addOptions(hints, optionsOf([args[0]], script));
    } else if (name === "Email" || name === "Format") {
      validators.push(name === "Email" ? "email" : (stringValue(args[0])?.toLowerCase() ?? "format"));
    } else if (name === "Type") {
      const target = typeReference(args[0]);
      if (target) found.target ??= target;
    } else if (/^Api(?:Response)?Property/.test(name) || name === "Field" || name === "property") {
      readOptions(args.at(-1), found, hints, script);
    } else if (name === "Expose") {
      const storedAs = stringValue(optionOf(args[0], "name"));
      if (storedAs) hints.storedAs = storedAs;
    } else if (name === "Description" || name === "Title") {
      const text = stringValue(args[0]);
      if (text) hints[name === "Title" ? "label" : "comment"] = text;
    }
  }
  if (validators.length > 0) hints.validators = validators;
  return { ...found, hints };
}

function readOptions(
  options: TSESTree.Node | undefined,
  found: { list?: boolean; target?: string },
  hints: { -readonly [Key in keyof Hints]: Hints[Key] },
  script: Script,
): void {
  const description = stringValue(optionOf(options, "description"));
  const example = stringValue(optionOf(options, "example"));
  const said = [description, example && `(${example})`].filter(Boolean).join(" ");
  if (said) hints.comment = said;
  const label = stringValue(optionOf(options, "title"));
  if (label) hints.label = label;
  const listed = optionOf(options, "isArray");
  const type = optionOf(options, "type");
  if ((listed?.type === "Literal" && listed.value === true) || type?.type === "ArrayExpression") found.list = true;
  const target = typeReference(type);
  if (target) found.target ??= target;
  addOptions(hints, optionsOf([optionOf(options, "enum")], script));
}

function addOptions(hints: { -readonly [Key in keyof Hints]: Hints[Key] }, options: readonly string[]): void {
  if (options.length > 0) hints.options = options;
}

function optionOf(options: TSESTree.Node | undefined, wanted: string): TSESTree.Node | undefined {
  return propertiesOf(options).members.find(({ name }) => name === wanted)?.value;
}

const BUILT_IN = new Set(["String", "Number", "Boolean", "Date", "Object", "Array", "Buffer", "BigInt", "File"]);

/** `Address` for `() => Address`, `[Address]`, `Address`; null for built-in types. */
export function typeReference(node: TSESTree.Node | undefined): string | null {
  switch (node?.type) {
    case "ArrowFunctionExpression":
      return typeReference(node.body);
    case "ArrayExpression":
      return typeReference(node.elements[0] ?? undefined);
    case "Identifier":
      return BUILT_IN.has(node.name) ? null : node.name;
    default:
      return null;
  }
}
