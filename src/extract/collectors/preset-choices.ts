import { presetColumn, presetInChain, presetState, presetValues, type Preset } from "../choices/preset.js";
import { mayConcernConsent } from "../choices/names.js";
import { defineEstreeCollector } from "../estree/index.js";

export default defineEstreeCollector({
  id: "preset-choices",
  recognises:
    "choices of yes or no that code sets to yes: initial values of forms, defaults of schemas and columns, state",
  trigger: /\btrue\b/,
  visit(script, emit) {
    const tell = (preset: Preset | null): void => {
      if (preset && mayConcernConsent(preset.name))
        emit.practice({ kind: "preset-choice", name: preset.name, label: null, how: preset.how }, preset.at);
    };
    return {
      ObjectExpression(node) {
        for (const preset of presetValues(node)) tell(preset);
        tell(presetColumn(node, script));
      },
      VariableDeclarator: (node) => tell(presetState(node)),
      CallExpression: (node) => tell(presetInChain(node)),
    };
  },
});
