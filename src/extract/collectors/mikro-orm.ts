import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { defineEstreeCollector, importOf } from "../estree/index.js";
import { isMikroOrm, readEntityClass } from "../mikro-orm/entity-class.js";
import { readEntitySchema } from "../mikro-orm/entity-schema.js";

export default defineEstreeCollector({
  id: "mikro-orm",
  recognises: "MikroORM entities: decorated classes, EntitySchema and defineEntity",
  trigger: /mikro-orm/,
  visit: (script, emit) => {
    const readSchema = (node: TSESTree.NewExpression | TSESTree.CallExpression): void => {
      const imported = importOf(node.callee, script.imports);
      if (imported && isMikroOrm(imported.module) && /^(?:EntitySchema|defineEntity)$/.test(imported.imported))
        readEntitySchema(node, script, emit);
    };
    return {
      ClassDeclaration: (node) => readEntityClass(node, script, emit),
      ClassExpression: (node) => readEntityClass(node, script, emit),
      NewExpression: readSchema,
      CallExpression: readSchema,
    };
  },
});
