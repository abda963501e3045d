import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { stringValue } from "../estree/index.js";

interface Hole {
  readonly key: string;
  readonly value: TSESTree.Node;
}

/** The text ends where the value of a query parameter begins. */
const PARAMETER = /[?&]([\w.[\]%-]+)=$/;
/** Links that a mail client or a telephone opens reach no server. */
const NO_REQUEST = /^\s*(?:mailto|tel|sms|otpauth|data|blob|javascript):/i;
const LONGEST = 4_000;

/** Values put into the query of an address: `/verify?email=${email}`, `"/verify?email=" + email`. */
export function urlHoles(node: TSESTree.TemplateLiteral | TSESTree.BinaryExpression): Hole[] {
  if (node.type === "TemplateLiteral") return ofTemplate(node);
  if (node.operator !== "+") return [];
  const before = lastText(node.left);
  const key = before !== null && PARAMETER.exec(before)?.[1];
  return key && !NO_REQUEST.test(firstText(node)) ? [{ key, value: node.right }] : [];
}

function ofTemplate({ quasis, expressions }: TSESTree.TemplateLiteral): Hole[] {
  if (NO_REQUEST.test(quasis[0]?.value.raw ?? "")) return [];
  return expressions.flatMap((value, index) => {
    const text = quasis[index]!.value.raw.slice(-LONGEST);
    const key = PARAMETER.exec(text)?.[1];
    return key ? [{ key, value }] : [];
  });
}

function lastText(node: TSESTree.Node): string | null {
  if (node.type === "TemplateLiteral") return node.quasis.at(-1)?.value.raw ?? null;
  return node.type === "BinaryExpression" && node.operator === "+" ? lastText(node.right) : stringValue(node);
}

function firstText(node: TSESTree.Node): string {
  if (node.type === "BinaryExpression") return firstText(node.left);
  return node.type === "TemplateLiteral" ? (node.quasis[0]?.value.raw ?? "") : (stringValue(node) ?? "");
}
