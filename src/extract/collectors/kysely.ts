import { defineEstreeCollector, importOf, typeName } from "../estree/index.js";
import { readSchemaChain } from "../kysely/schema-builder.js";
import { KyselyTables } from "../kysely/table-types.js";

export default defineEstreeCollector({
  id: "kysely",
  recognises: "table interfaces of Kysely, and what its schema builder creates and drops",
  trigger: /\bkysely\b/i,
  visit: (script, emit) => {
    const tables = new KyselyTables(script);
    return {
      TSInterfaceDeclaration: (node) => tables.declare(node.id, node.body.body, node),
      TSTypeAliasDeclaration(node) {
        if (node.typeAnnotation.type === "TSTypeLiteral") tables.declare(node.id, node.typeAnnotation.members, node);
      },
      NewExpression(node) {
        if (importOf(node.callee, script.imports)?.imported === "Kysely") tables.database(node.typeArguments);
      },
      TSTypeReference(node) {
        if (/^(?:Kysely|Transaction)$/.test(typeName(node.typeName))) tables.database(node.typeArguments);
      },
      CallExpression: (node) => readSchemaChain(node, script, emit),
      "Program:exit": () => tables.emit(emit),
    };
  },
});
