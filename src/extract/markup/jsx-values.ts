import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { definitionOf, stringValue, type Script } from "../estree/index.js";

/** Hooks that bind a field by name and give its props: `const [field] = useField("email")`, `const { field } = useController({ name })`. */
const FIELD_HOOK = /^use\w*(?:Field|Input|Controller)\w*$/;
/** Calls whose result is spread over an input: `{...register("email")}`, `{...form.getInputProps("email")}`. */
const FIELD_PROPS =
  /^(?:register|field|getFieldProps|getInputProps|getSelectProps|getTextareaProps|getInput|getSelect|getTextarea|bind|getFieldHelpers|inputProps|registerField)$/;

/**
 * What is known of a field's name without running code: constants are followed, holes in templates are left out (`address.${key}` is
 * `address`), a name held by an object is that path (`definition.id`). Null when nothing is.
 */
export function nameFromExpression(node: TSESTree.Node | null | undefined, script: Script, depth = 0): string | null {
  if (!node || depth > 6) return null;
  const text = stringValue(node);
  if (text !== null) return text;
  switch (node.type) {
    case "TemplateLiteral":
      return fromTemplate(node, script, depth);
    case "BinaryExpression": {
      if (node.operator !== "+") return null;
      const parts = [node.left, node.right].map((side) => stringValue(side) ?? "\0");
      return tidy(parts.join("")) || nameFromExpression(node.right, script, depth + 1);
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
    default:
      return null;
  }
}

/** `yearsEstimated.name` of `const [yearsEstimated] = useField("yearsEstimated")`; else the path as it stands. */
function fromMember(node: TSESTree.MemberExpression, script: Script, depth: number): string | null {
  if (node.computed || node.property.type !== "Identifier") return null;
  const bound = fieldBoundTo(node.object, script, depth);
  if (bound !== null) return bound;
  const init = node.object.type === "Identifier" ? definitionOf(node.object, script)?.init : null;
  if (init?.type === "ObjectExpression") {
    const { name: wanted } = node.property;
    for (const property of init.properties) {
      if (property.type === "Property" && property.key.type === "Identifier" && property.key.name === wanted)
        return stringValue(property.value);
    }
  }
  const path = script.source.text.slice(...node.range);
  return /^[\w$.?]{1,80}$/.test(path) ? path.replaceAll("?", "") : null;
}

function fromTemplate(node: TSESTree.TemplateLiteral, script: Script, depth: number): string | null {
  const parts = node.quasis.map(({ value }, index) => {
    const hole = node.expressions[index];
    const known = hole?.type === "Identifier" ? nameFromExpression(hole, script, depth + 2) : null;
    return (value.cooked ?? "") + (hole ? (known ?? "\0") : "");
  });
  return tidy(parts.join("")) || null;
}

/** `relationships[0].type` is `relationships.type`: unknown parts and indexes add nothing to a name. */
export function tidy(name: string): string {
  return name
    .replace(/\[[\d\0]*\]/g, "")
    .replace(/\0+/g, "")
    .replace(/\.{2,}/g, ".")
    .replace(/^[.\-_:[\]\s]+|[.\-_:[\]\s]+$/g, "");
}

/** The field that a spread brings in: `{...register("email")}`, `{...emailField}` of a field hook. */
export function fieldOfSpread(node: TSESTree.Node, script: Script): { name: string; at: TSESTree.Range } | null {
  if (node.type === "CallExpression") {
    const callee = node.callee.type === "MemberExpression" ? node.callee.property : node.callee;
    if (callee.type !== "Identifier" || !FIELD_PROPS.test(callee.name)) return null;
    const [argument] = node.arguments;
    const name = nameFromExpression(argument, script);
    return name && argument ? { name, at: argument.range } : null;
  }
  const name = fieldBoundTo(node, script, 0);
  return name === null ? null : { name, at: node.range };
}

function fieldBoundTo(node: TSESTree.Node, script: Script, depth: number): string | null {
  if (node.type === "MemberExpression") return fieldBoundTo(node.object, script, depth + 1);
  const init = node.type === "Identifier" ? definitionOf(node, script)?.init : null;
  return init ? fieldOfHook(init, script, depth) : null;
}

function fieldOfHook(init: TSESTree.Node, script: Script, depth: number): string | null {
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
      return node.computed || node.property.type !== "Identifier" ? null : node.property.name;
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
