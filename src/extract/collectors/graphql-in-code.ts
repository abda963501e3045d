import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, defineEstreeCollector, type Script } from "../estree/index.js";
import { collectDefinitions, parseGraphql } from "../graphql/index.js";

const TAG = /^(?:gql|graphql|typeDefs|sdl)$/i;
const BUILDERS = /^(?:buildSchema|buildASTSchema|gql|graphql|parse|makeExecutableSchema|createSchema)$/;
const DEFINES = /\b(?:type|input|interface)\s+\w+[^{}]*\{/;

export default defineEstreeCollector({
  id: "graphql-in-code",
  recognises: "GraphQL schemas in template literals",
  trigger: /\b(?:gql|graphql|GraphQL|typeDefs|sdl|buildSchema|createSchema)\b/,
  visit(script, emit) {
    return {
      TemplateLiteral(node) {
        if (!isGraphql(node, script)) return;
        const text = textInPlace(node, script);
        if (!DEFINES.test(text)) return;
        const { definitions, errors } = parseGraphql(text);
        collectDefinitions(definitions, emit);
        // What a hole would fill in is unknown: only a template without any can be wrong.
        if (node.expressions.length > 0) return;
        for (const { message, offset } of errors) emit.problem(message, [offset, offset + 1]);
      },
    };
  },
});

/** Marked by its tag, by the call it is handed to, by the name it is kept under, or by a comment. */
function isGraphql(node: TSESTree.TemplateLiteral, script: Script): boolean {
  const { parent } = node;
  switch (parent.type) {
    case "TaggedTemplateExpression":
      return TAG.test(calleePath(parent.tag)?.at(-1) ?? "");
    case "CallExpression":
      if (BUILDERS.test(calleePath(parent.callee)?.at(-1) ?? "")) return true;
      break;
    case "VariableDeclarator":
      if (parent.id.type === "Identifier" && /typeDefs|schema$/i.test(parent.id.name)) return true;
      break;
    case "Property":
      if (parent.key.type === "Identifier" && TAG.test(parent.key.name)) return true;
  }
  return /\/\*\s*GraphQL\s*\*\/\s*$/i.test(script.source.text.slice(Math.max(0, node.range[0] - 40), node.range[0]));
}

/** The template's text at its own offsets: all before it, and each hole, is blank. */
function textInPlace(node: TSESTree.TemplateLiteral, script: Script): string {
  const { text } = script.source;
  let at = node.range[0] + 1;
  let result = " ".repeat(at);
  for (const [index, { value }] of node.quasis.entries()) {
    result += value.raw;
    at += value.raw.length;
    const next = node.quasis[index + 1];
    if (!next) break;
    // Quasis begin behind the brace that ends the hole before them.
    const end = text.indexOf("}", node.expressions[index]!.range[1]) + 1;
    result += " ".repeat(Math.max(0, end - at));
    at = end;
  }
  return result;
}
