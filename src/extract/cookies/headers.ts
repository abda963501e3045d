import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { definitionOf, stringValue, type Script } from "../estree/index.js";
import { keysOf, type Key } from "../keyed/keys.js";
import type { Range } from "../source-text.js";

/** A cookie's name as RFC 6265 allows it, before its `=`. */
const NAME = /^\s*([\w.!#$%&'*+^`|~-]+)=/;
const ATTRIBUTES = /;\s*(?:max-age|path|httponly|expires|samesite|domain|secure|partitioned)\b/i;
/** A text that takes the cookie away: it expires at once, or in 1970. */
const REMOVAL = /;\s*max-age=(?:0|-\d+)(?:\s*;|\s*$)|expires=[^;]*\b1970\b/i;
const MAX_DEPTH = 6;

/**
 * Cookies in a text that sets them: `sid=${id}; Path=/`, what `document.cookie` or a `Set-Cookie` header is given. With `sure` false
 * the text must also carry attributes of a cookie, for it may be anything.
 */
export function cookiesInText(node: TSESTree.Node | null | undefined, script: Script, sure: boolean, depth = 0): Key[] {
  if (!node || depth > MAX_DEPTH) return [];
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string" && (sure || ATTRIBUTES.test(node.value))
        ? leading(node.value, node.range[0] + 1)
        : [];
    case "TemplateLiteral":
      return inTemplate(node, script, sure);
    case "BinaryExpression":
      return node.operator === "+" ? inSum(node, script, sure) : [];
    case "ArrayExpression":
      return node.elements.flatMap((element) => cookiesInText(element, script, sure, depth + 1));
    case "ConditionalExpression":
      return [node.consequent, node.alternate].flatMap((branch) => cookiesInText(branch, script, sure, depth + 1));
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "AwaitExpression":
      return cookiesInText(node.type === "AwaitExpression" ? node.argument : node.expression, script, sure, depth + 1);
    case "Identifier": {
      const definition = definitionOf(node, script);
      return definition?.kind === "variable" && !definition.destructured
        ? cookiesInText(definition.init, script, sure, depth + 1)
        : [];
    }
    case "CallExpression":
      // [a, b].concat(more), [a, b].join("; ")
      if (node.callee.type !== "MemberExpression" || node.callee.property.type !== "Identifier") return [];
      if (!/^(?:concat|join|filter|flat|trim)$/.test(node.callee.property.name)) return [];
      return [node.callee.object, ...node.arguments].flatMap((part) => cookiesInText(part, script, sure, depth + 1));
    default:
      return [];
  }
}

function leading(text: string, offset: number): Key[] {
  const match = REMOVAL.test(text) ? null : NAME.exec(text);
  if (!match) return [];
  const start = offset + match[0].indexOf(match[1]!);
  return [{ text: match[1]!, at: [start, start + match[1]!.length] }];
}

function inTemplate(node: TSESTree.TemplateLiteral, script: Script, sure: boolean): Key[] {
  const texts = node.quasis.map(({ value }) => value.cooked ?? "");
  if (!sure && !texts.some((text) => ATTRIBUTES.test(text))) return [];
  if (texts.some((text) => REMOVAL.test(text))) return [];
  const [first = "", second = ""] = texts;
  const plain = leading(first, node.range[0] + 1);
  if (plain.length > 0) return plain;
  // `${NAME}=${value}`, `app_${name}=${value}`
  const hole = node.expressions[0];
  return hole && first.trim() === "" && second.startsWith("=") ? keysOf(hole, script) : [];
}

/** `name + "=" + value + "; path=/"`. */
function inSum(node: TSESTree.BinaryExpression, script: Script, sure: boolean): Key[] {
  const parts = partsOf(node);
  const texts = parts.map((part) => stringValue(part) ?? "");
  if (!sure && !texts.some((text) => ATTRIBUTES.test(text))) return [];
  if (texts.some((text) => REMOVAL.test(text))) return [];
  const [head] = parts;
  const first = texts[0]!;
  if (first) return leading(first, head!.range[0] + 1);
  return head && texts[1]?.startsWith("=") ? keysOf(head, script) : [];
}

function partsOf(node: TSESTree.BinaryExpression): TSESTree.Node[] {
  const parts: TSESTree.Node[] = [];
  let at: TSESTree.Node = node;
  while (at.type === "BinaryExpression" && at.operator === "+" && parts.length < 200) {
    parts.unshift(at.right);
    at = at.left as TSESTree.Node;
  }
  return [at, ...parts];
}

/** A cookie looked for in `document.cookie` or a `Cookie` header: `startsWith("sid=")`, `/(?:^|; )sid=/`. */
export function cookieSoughtBy(node: TSESTree.Node | undefined, script: Script): Key[] {
  if (!node) return [];
  if (node.type === "Literal" && "regex" in node) return soughtInPattern(node.regex.pattern, node.range);
  const text = stringValue(node);
  if (text !== null) return leading(text, node.range[0] + 1);
  return node.type === "TemplateLiteral" || node.type === "BinaryExpression" ? cookiesInText(node, script, true) : [];
}

/** The name right before the first `=` of a pattern that is plain apart from what may stand before it. */
function soughtInPattern(pattern: string, at: Range): Key[] {
  const match = /(?:^|[)\s|^])([A-Za-z_][\w.-]*)(?:\\s\*)?=/.exec(pattern);
  return match ? [{ text: match[1]!, at }] : [];
}
