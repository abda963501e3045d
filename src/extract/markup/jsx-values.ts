import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Range } from "../source-text.js";
import { tidy } from "./tidy.js";
import { definitionOf, knownText, stringValue, type Script } from "../estree/index.js";

/** Hooks that bind a field by name and give its props: `const [field] = useField("email")`, `const { field } = useController({ name })`. */
const FIELD_HOOK = /^use\w*(?:Field|Input|Controller)\w*$/;
/** Calls whose result is spread over an input: `{...register("email")}`, `{...form.getInputProps("email")}`. */
const FIELD_PROPS =
  /^(?:register|field|getFieldProps|getInputProps|getSelectProps|getTextareaProps|getInput|getSelect|getTextarea|bind|getFieldHelpers|inputProps|registerField)$/;

export interface KnownName {
  readonly text: string;
  /** Where it is written: the literal, also when a constant or hook of this file brings it here. */
  readonly at: Range;
}

/**
 * What is known of a field's name without running code: constants are followed, holes in templates are left out (`address.${key}` is
 * `address`), a member is taken by its name. Null when nothing is known.
 */
export function nameFromExpression(
  node: TSESTree.Node | null | undefined,
  script: Script,
  depth = 0,
): KnownName | null {
  if (!node || depth > 6) return null;
  const text = stringValue(node);
  if (text !== null) return { text, at: within(node) };
  switch (node.type) {
    case "TemplateLiteral":
      return known(templateText(node, script), node);
    case "BinaryExpression": {
      if (node.operator !== "+") return null;
      const parts = [node.left, node.right].map((side) => stringValue(side) ?? "\0");
      return known(tidy(parts.join("")), node) ?? nameFromExpression(node.right, script, depth + 1);
    }
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "ChainExpression":
      return nameFromExpression(node.expression, script, depth + 1);
    case "LogicalExpression":
      return nameFromExpression(node.right, script, depth + 1) ?? nameFromExpression(node.left, script, depth + 1);
    case "ConditionalExpression":
      return (
        nameFromExpression(node.consequent, script, depth + 1) ?? nameFromExpression(node.alternate, script, depth + 1)
      );
    case "Identifier": {
      const definition = definitionOf(node, script);
      const bound = definition?.init ? fieldOfHook(definition.init, script, depth) : null;
      const source = definition?.fallback ?? (definition?.destructured ? null : definition?.init);
      return bound ?? nameFromExpression(source, script, depth + 1);
    }
    case "MemberExpression":
      return fromMember(node, script, depth);
    case "CallExpression":
      return fromNaming(node, script, depth);
    default:
      return null;
  }
}

/** `getFieldName("city")`, `[prefix, "city"].join(".")`: what puts a prefix before a name. */
function fromNaming(
  { callee, arguments: given }: TSESTree.CallExpression,
  script: Script,
  depth: number,
): KnownName | null {
  if (callee.type === "MemberExpression" && callee.object.type === "ArrayExpression") {
    const last = callee.object.elements.at(-1);
    const joins = callee.property.type === "Identifier" && callee.property.name === "join";
    return joins && last ? nameFromExpression(last, script, depth + 1) : null;
  }
  const called = callee.type === "MemberExpression" ? callee.property : callee;
  if (called.type !== "Identifier" || !NAMES_FIELDS.test(called.name)) return null;
  const texts = given.filter((argument) => stringValue(argument) !== null);
  return texts.length === 1 ? nameFromExpression(texts[0], script, depth + 1) : null;
}

const NAMES_FIELDS = /(?:[nN]ame|[fF]ield|[pP]ath|[pP]refix(?:ed)?|[kK]ey|[iI]d)(?:Of|For|With\w*)?$/;

function known(text: string | null, node: TSESTree.Node): KnownName | null {
  return text ? { text, at: within(node) } : null;
}

/** A literal without its quotes. */
function within({ type, range }: TSESTree.Node): Range {
  return type === "Literal" || type === "TemplateLiteral"
    ? [range[0] + 1, Math.max(range[0] + 1, range[1] - 1)]
    : range;
}

/** What a caller decides: `props.name`, `definition.id` are no names here. */
const CALLERS =
  /^(?:name|id|key|value|type|label|labelText|text|title|placeholder|field|fieldName|path|uuid|slug|code|field_name|property|display|caption|children|header)$/;

/** `years.name` of `const [years] = useField("years")`, `Fields.email` of a constant; `EMAIL` of a constant of another file. */
function fromMember(node: TSESTree.MemberExpression, script: Script, depth: number): KnownName | null {
  if (node.computed || node.property.type !== "Identifier") return null;
  const bound = fieldBoundTo(node.object, script, depth);
  if (bound) return bound;
  return known(knownText(node, script) ?? (CALLERS.test(node.property.name) ? null : node.property.name), node);
}

function templateText(node: TSESTree.TemplateLiteral, script: Script): string {
  const parts = node.quasis.map(({ value }, index) => {
    const hole = node.expressions[index];
    return (value.cooked ?? "") + (hole ? (knownText(hole, script) ?? "\0") : "");
  });
  return tidy(parts.join(""));
}

/** The field that a spread brings in: `{...register("email")}`, `{...emailField}` of a field hook. */
export function fieldOfSpread(node: TSESTree.Node, script: Script): KnownName | null {
  if (node.type !== "CallExpression") return fieldBoundTo(node, script, 0);
  const callee = node.callee.type === "MemberExpression" ? node.callee.property : node.callee;
  if (callee.type !== "Identifier" || !FIELD_PROPS.test(callee.name)) return null;
  const [argument] = node.arguments;
  return argument?.type === "MemberExpression" && callee.name.startsWith("get")
    ? known(argument.property.type === "Identifier" ? argument.property.name : null, argument.property)
    : nameFromExpression(argument, script);
}

function fieldBoundTo(node: TSESTree.Node, script: Script, depth: number): KnownName | null {
  if (node.type === "MemberExpression") return fieldBoundTo(node.object, script, depth + 1);
  const init = node.type === "Identifier" ? definitionOf(node, script)?.init : null;
  return init ? fieldOfHook(init, script, depth) : null;
}

function fieldOfHook(init: TSESTree.Node, script: Script, depth: number): KnownName | null {
  if (init.type !== "CallExpression") return null;
  const callee = init.callee.type === "MemberExpression" ? init.callee.property : init.callee;
  if (callee.type !== "Identifier" || !(FIELD_HOOK.test(callee.name) || FIELD_PROPS.test(callee.name))) return null;
  const [argument] = init.arguments;
  if (argument?.type !== "ObjectExpression") return nameFromExpression(argument, script, depth + 1);
  for (const property of argument.properties) {
    if (property.type === "Property" && property.key.type === "Identifier" && property.key.name === "name")
      return nameFromExpression(property.value, script, depth + 1);
  }
  return null;
}

/** The words a person reads: `{t("email.label", "E-mail")}` is `E-mail`, `{<b>Name</b>}` is `Name`. */
export function wordsFromExpression(node: TSESTree.Node | null | undefined, depth = 0): string | null {
  if (!node || depth > 4) return null;
  const text = stringValue(node);
  if (text !== null) return text;
  switch (node.type) {
    case "CallExpression":
    case "NewExpression": {
      const texts = node.arguments.map((argument) => wordsFromExpression(argument, depth + 1)).filter(Boolean);
      return texts.at(-1) ?? null;
    }
    case "TaggedTemplateExpression":
      return wordsFromExpression(node.quasi, depth + 1);
    case "TemplateLiteral":
      return (
        node.quasis
          .map(({ value }) => value.cooked ?? "")
          .join(" ")
          .trim() || null
      );
    case "ConditionalExpression":
      return wordsFromExpression(node.consequent, depth + 1) ?? wordsFromExpression(node.alternate, depth + 1);
    case "LogicalExpression":
      return wordsFromExpression(node.right, depth + 1) ?? wordsFromExpression(node.left, depth + 1);
    case "BinaryExpression":
      return wordsFromExpression(node.left as TSESTree.Node, depth + 1) ?? wordsFromExpression(node.right, depth + 1);
    case "ObjectExpression": {
      const known = node.properties.find(
        (property) =>
          property.type === "Property" &&
          property.key.type === "Identifier" &&
          /^(?:defaultMessage|message|default|label|id)$/.test(property.key.name),
      );
      return known?.type === "Property" ? stringValue(known.value) : null;
    }
    case "MemberExpression":
      return node.computed || node.property.type !== "Identifier" || CALLERS.test(node.property.name)
        ? null
        : node.property.name;
    case "JSXElement":
    case "JSXFragment":
      return (
        node.children
          .map((child) =>
            child.type === "JSXText"
              ? child.value.replace(/\s+/g, " ").trim()
              : child.type === "JSXExpressionContainer"
                ? wordsFromExpression(child.expression, depth + 1)
                : wordsFromExpression(child, depth + 1),
          )
          .filter(Boolean)
          .join(" ") || null
      );
    default:
      return null;
  }
}
