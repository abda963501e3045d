import { defineEstreeCollector } from "../estree/index.js";
import { scopesAsked, scopesInAddress, type Asked } from "../scopes/asked.js";

export default defineEstreeCollector({
  id: "scopes",
  recognises: "what other systems are asked to let the code see of a person",
  trigger: /scope/i,
  visit(script, emit) {
    const tell = (asked: Asked | null): void => {
      if (asked) emit.practice({ kind: "scopes", provider: asked.provider, scopes: asked.scopes }, asked.at.range);
    };
    return {
      CallExpression: (node) => tell(scopesAsked(node, script)),
      NewExpression: (node) => tell(scopesAsked(node, script)),
      ObjectExpression: (node) => tell(scopesInAddress(node, script)),
    };
  },
});
