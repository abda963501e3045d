import { defineCollector } from "../collector.js";
import { attributeOf, elementsOf, markup } from "../markup/index.js";
import { foreignHost } from "../transport/foreign-host.js";

export default defineCollector({
  id: "plain-forms",
  recognises: "forms that are sent to another host unencrypted",
  reads: markup,
  trigger: /\baction=["'{`\s]*http:\/\//i,
  collect({ root }, emit) {
    for (const element of elementsOf(root)) {
      const action = /^form$/i.test(element.tag) ? attributeOf(element, "action") : null;
      const host = action?.value ? foreignHost(action.value) : null;
      if (action && host !== null)
        emit.practice({ kind: "weak-transport", how: "plain-form", detail: host }, action.valueRange);
    }
  },
});
