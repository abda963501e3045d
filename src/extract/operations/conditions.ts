import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, keyName, stringValue, type Script } from "../estree/index.js";
import { resolved } from "../stores/members.js";
import { within } from "../stores/within.js";
import { ageOf } from "../terms/moments.js";
import type { OperationDraft } from "./operations.js";

type Condition = Pick<OperationDraft, "cutoff" | "expired">;

const LESS = /^\$?(?:lte?|lessThan(?:OrEqual)?|before)$/i;
const LEAST_SECONDS = 1;

/** The age that a condition asks for: `{ createdAt: { lt: cutoff } }`, `LessThan(cutoff)`, `lt(users.createdAt, cutoff)`, `("created_at", "<", cutoff)`. */
export function conditionOf(given: readonly TSESTree.Node[], script: Script): Condition {
  for (const part of given) {
    for (const node of within(resolvedObject(part, script))) {
      const compared = comparedIn(node);
      const age = compared ? ageOf(compared.value, script) : null;
      if (!compared || age === null) continue;
      if (age >= LEAST_SECONDS)
        return { cutoff: { seconds: Math.round(age), ...(compared.field && { field: compared.field }) } };
      if (age === 0 && compared.field) return { expired: compared.field };
    }
  }
  return {};
}

/** A condition that was made before it is used. */
function resolvedObject(node: TSESTree.Node, script: Script): TSESTree.Node {
  const made = resolved(node, script);
  return made?.type === "ObjectExpression" ? made : node;
}

interface Compared {
  readonly field: string | null;
  readonly value: TSESTree.Node;
}

function comparedIn(node: TSESTree.Node): Compared | null {
  if (node.type === "Property" && LESS.test(keyName(node) ?? operatorKey(node.key))) {
    const holder = node.parent.parent;
    const field = holder?.type === "Property" ? keyName(holder) : null;
    return { field, value: node.value };
  }
  if (node.type !== "CallExpression") return null;
  const name = calleePath(node.callee)?.at(-1) ?? "";
  const [first, second, third] = node.arguments;
  if (LESS.test(name) && first) {
    const property = node.parent.type === "Property" ? keyName(node.parent) : null;
    return second ? { field: lastPart(first), value: second } : { field: property, value: first };
  }
  // Query builders: `.where("created_at", "<", cutoff)`.
  if (/^(?:where|andWhere|orWhere|whereRaw)$/.test(name) && first && second && third) {
    const operator = stringValue(second) ?? "";
    return /^<=?$/.test(operator) ? { field: lastPart(first), value: third } : null;
  }
  // `.where("user.createdAt < :cutoff", { cutoff })`.
  if (/^(?:where|andWhere|orWhere|whereRaw)$/.test(name) && first && second?.type === "ObjectExpression") {
    const [, field, parameter] = /([\w.]+)\s*<=?\s*:(\w+)/.exec(stringValue(first) ?? "") ?? [];
    const value = second.properties.find((one) => one.type === "Property" && keyName(one) === parameter);
    return field && value?.type === "Property" ? { field: field.split(".").at(-1)!, value: value.value } : null;
  }
  return null;
}

/** `[Op.lt]`. */
function operatorKey(key: TSESTree.Node): string {
  return calleePath(key)?.at(-1) ?? "";
}

function lastPart(node: TSESTree.Node): string | null {
  const text = stringValue(node) ?? calleePath(node)?.join(".") ?? null;
  return text === null ? null : text.split(".").at(-1)!;
}
