import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, propertiesOf, stringValue, type Script } from "../estree/index.js";
import type { FlowWords } from "./words.js";

const MAKERS = /^(?:pino|pinoHttp|fastify|createLogger|getLogger|Pino|Fastify)$/;

/** Paths in the `redact` option of a logger that is made here: `pino({ redact: ["user.email"] })`. */
export function redactionsOf(node: TSESTree.Node, script: Script, words: FlowWords): string[] {
  if (node.type !== "CallExpression") return [];
  const name = calleePath(node.callee)?.at(-1) ?? "";
  const imported = script.imports.get(name);
  if (!MAKERS.test(name) && !(imported && words.has("loggerPackages", imported.module))) return [];
  return node.arguments.flatMap((one) => inOptions(one, 0));
}

function inOptions(node: TSESTree.Node, depth: number): string[] {
  if (depth > 2) return [];
  return propertiesOf(node).members.flatMap(({ name, value }) => {
    if (name === "logger" || name === "pinoHttp") return inOptions(value, depth + 1);
    if (name !== "redact") return [];
    const paths =
      value.type === "ObjectExpression"
        ? propertiesOf(value).members.find((one) => one.name === "paths")?.value
        : value;
    return paths?.type === "ArrayExpression" ? paths.elements.flatMap((one) => stringValue(one) ?? []) : [];
  });
}
