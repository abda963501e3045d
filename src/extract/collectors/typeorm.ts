import { defineEstreeCollector, importOf } from "../estree/index.js";
import { isTypeorm, readEntityClass } from "../typeorm/entity-class.js";
import { readEntitySchema } from "../typeorm/entity-schema.js";

export default defineEstreeCollector({
  id: "typeorm",
  recognises: "TypeORM entities: decorated classes with their bases and embedded classes, and EntitySchema",
  trigger: /typeorm/,
  visit: (script, emit) => ({
    ClassDeclaration: (node) => readEntityClass(node, script, emit),
    ClassExpression: (node) => readEntityClass(node, script, emit),
    NewExpression(node) {
      const imported = importOf(node.callee, script.imports);
      if (imported?.imported === "EntitySchema" && isTypeorm(imported.module)) readEntitySchema(node, script, emit);
    },
  }),
});
