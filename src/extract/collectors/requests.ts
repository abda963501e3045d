import { defineEstreeCollector } from "../estree/index.js";
import { RequestReader } from "../requests/index.js";

export default defineEstreeCollector({
  id: "requests",
  recognises:
    "what handlers read from requests: body, query, path, form and header properties in Express, Fastify, Koa, Hono, Nest, Next, Remix, SvelteKit, h3, serverless",
  trigger:
    /\b(?:req|request|ctx|context|event|evt|frame|c)\b|Request\b|Context\b|FormData|[sS]earchParams|headers|@(?:Body|Query|Param|Path|Header|Form|Uploaded|Multipart|Payload|Part)|ExtractJwt|\}\s*,\s*_?(?:res|reply|response|h)\b|\bparams\b|useParams|parseUrl|\burl\b/,
  visit(script, emit) {
    const reader = new RequestReader(script);
    return {
      MemberExpression: (node) => reader.expression(node, emit),
      CallExpression: (node) => reader.expression(node, emit),
      NewExpression: (node) => reader.expression(node, emit),
      VariableDeclarator: (node) => reader.declarator(node),
      FunctionDeclaration: (node) => reader.function(node, emit),
      FunctionExpression: (node) => reader.function(node, emit),
      ArrowFunctionExpression: (node) => reader.function(node, emit),
      "Program:exit": () => reader.finish(emit),
    };
  },
});
