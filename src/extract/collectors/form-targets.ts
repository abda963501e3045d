import { defineCollector } from "../collector.js";
import { attributeOf, elementsOf, markup } from "../markup/index.js";

export default defineCollector({
  id: "form-targets",
  recognises: "forms that are sent to another host",
  reads: markup,
  trigger: /\bform?action=["'{`\s]*(?:https?:)?\/\/|\baction=["'{`\s]*(?:https?:)?\/\//i,
  collect({ root }, emit) {
    for (const element of elementsOf(root)) {
      const action = /^form$/i.test(element.tag)
        ? attributeOf(element, "action")
        : /^(?:button|input)$/i.test(element.tag)
          ? attributeOf(element, "formaction")
          : null;
      const host = /^\s*(?:https?:)?\/\/([\w-]+(?:\.[\w-]+)+)/i.exec(action?.value ?? "")?.[1]?.toLowerCase();
      if (action && host) emit.practice({ kind: "form-target", host }, action.valueRange);
    }
  },
});
