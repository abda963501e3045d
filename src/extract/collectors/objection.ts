import { defineEstreeCollector } from "../estree/index.js";
import { readModelClass } from "../objection/model-class.js";

export default defineEstreeCollector({
  id: "objection",
  recognises: "Objection models: classes with a table name and a JSON Schema",
  trigger: /\bjsonSchema\b/,
  visit: (script, emit) => ({
    ClassDeclaration: (node) => readModelClass(node, script, emit),
    ClassExpression: (node) => readModelClass(node, script, emit),
  }),
});
