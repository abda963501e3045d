import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, defineEstreeCollector, keyName, stringValue } from "../estree/index.js";
import type { Practice } from "../../model/index.js";

/** Options that stand beside the domain of a cookie. */
const BESIDE_DOMAIN = new Set(["httpOnly", "secure", "sameSite", "path", "maxAge", "expires", "signed"]);

export default defineEstreeCollector({
  id: "own-origins",
  recognises: "sites that may call from pages, and domains that cookies are set for",
  trigger: /\bcors\b|enableCors|Access-Control-Allow-Origin|\bdomain\b/i,
  visit(_script, emit) {
    const tell = (how: "cors" | "cookie-domain", node: TSESTree.Node | null | undefined): void => {
      for (const one of node?.type === "ArrayExpression" ? node.elements : [node]) {
        const host = hostOf(stringValue(one ?? undefined));
        if (one && host !== null) emit.practice({ kind: "own-origin", how, host } satisfies Practice, one.range);
      }
    };
    return {
      CallExpression(node) {
        const [name, value] = node.arguments;
        if (/^Access-Control-Allow-Origin$/i.test(stringValue(name) ?? "")) tell("cors", value);
        const callee =
          calleePath(node.callee)
            ?.filter((part) => part !== "()")
            .at(-1) ?? "";
        const plugin = name?.type === "Identifier" ? name.name : "";
        if (!/^(?:cors|enableCors)$|Cors$/.test(callee) && !/cors/i.test(plugin)) return;
        for (const argument of node.arguments) tell("cors", propertyOf(argument, "origin"));
      },
      ObjectExpression(node) {
        const keys = node.properties.map((property) => (property.type === "Property" ? keyName(property) : null));
        if (keys.some((key) => key !== null && BESIDE_DOMAIN.has(key)))
          tell("cookie-domain", propertyOf(node, "domain"));
      },
    };
  },
});

function propertyOf(node: TSESTree.Node | undefined, name: string): TSESTree.Node | null {
  if (node?.type !== "ObjectExpression") return null;
  for (const property of node.properties)
    if (property.type === "Property" && keyName(property) === name) return property.value;
  return null;
}

/** A host with a domain; stars, local names and addresses of machines are no sites. */
function hostOf(text: string | null): string | null {
  const host =
    text
      ?.replace(/^\w+:\/\//, "")
      .replace(/[/:].*$/, "")
      .replace(/^(?:\*\.|\.)/, "")
      .toLowerCase() ?? "";
  if (!/^[\p{L}\p{Nd}-]+(?:\.[\p{L}\p{Nd}-]+)+$/u.test(host) || /^[\d.]+$/.test(host)) return null;
  return /(?:^|\.)(?:localhost|local|localdomain|internal|test|invalid|svc|lan)$/.test(host) ? null : host;
}
