import type { AuditModel, InventoryPractice, WeakTransport } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { practicesOf } from "../shared/practices.js";

/** A connection that others can listen to: unchecked certificates, and personal data sent to another host unencrypted. */
export default defineCheck({
  id: "security/plain-transport",
  *run(model) {
    for (const weak of practicesOf(model, "weak-transport")) {
      const { how, detail, place } = weak;
      if (isTooling(place.file) || !carriesPersonalData(weak, model)) continue;
      yield { subject: `${place.file}: ${detail}`, place, data: { how, detail } };
    }
  },
});

/** Settings of tools that developers run talk to developers' machines. */
function isTooling(file: string): boolean {
  return /(?:^|\/)[\w.-]+\.config\.\w+$|(?:^|\/)(?:webpack|vite|rollup|proxy\.conf|setupProxy)[^/]*$/i.test(file);
}

function carriesPersonalData({ how, place }: WeakTransport & InventoryPractice, { inventory }: AuditModel): boolean {
  if (how === "plain-request")
    return inventory.flows.some(({ sink }) => sink.place.file === place.file && sink.place.line === place.line);
  if (how === "plain-form")
    return inventory.fields.some((field) => field.kind === "input" && field.place.file === place.file);
  return true;
}
