import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { resolved } from "../stores/members.js";
import type { Script } from "../estree/index.js";

/** A validation function is read no further than this. */
const LONGEST = 2000;

/** Validators named under `validate` (`validator.isEmail`, `[isEmail, "…"]`, `(v) => isMobilePhone(v)`), or known by their pattern. */
export function validatorsIn(options: ReadonlyMap<string, TSESTree.Node>, script: Script): string[] {
  const names = new Set<string>();
  const validate = options.get("validate") ?? options.get("validator");
  if (validate) {
    const node = resolved(validate, script) ?? validate;
    for (const range of [validate.range, node.range]) {
      const text = script.source.text.slice(...range).slice(0, LONGEST);
      for (const match of text.matchAll(/\bis([A-Z][A-Za-z]+)\b/g)) names.add(match[1]!.toLowerCase());
    }
    if (patternsIn(node, script).some(isAddressPattern)) names.add("email");
  }
  const match = options.get("match");
  if (match && patternsIn(match, script).some(isAddressPattern)) names.add("email");
  return [...names];
}

function patternsIn(node: TSESTree.Node, script: Script): string[] {
  const known = resolved(node, script);
  if (known?.type === "Literal" && "regex" in known) return [known.regex.pattern];
  if (known?.type === "ArrayExpression") {
    return known.elements.flatMap((element) =>
      element && element.type !== "SpreadElement" ? patternsIn(element, script) : [],
    );
  }
  const text = known ? script.source.text.slice(...known.range).slice(0, LONGEST) : "";
  return /\/[^\n]*@[^\n]*\/[a-z]*\.test\(/.test(text) ? ["@"] : [];
}

/** Only e-mail addresses have an at sign with something on both its sides. */
function isAddressPattern(pattern: string): boolean {
  return pattern.includes("@");
}
