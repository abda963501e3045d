import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { defineEstreeCollector } from "../estree/index.js";
import { EstreeTree } from "../json-schema/index.js";
import { ownerNameOf } from "../naming/index.js";
import { isContentType, readContentType } from "../strapi/content-type.js";

export default defineEstreeCollector({
  id: "strapi-in-code",
  recognises: "content types of Strapi that plugins declare in code",
  trigger: [/\battributes\s*:/, /\b(?:collectionName|singularName)\s*:|["'`](?:collection|single)Type["'`]/],
  visit: (script, emit) => ({
    ObjectExpression(node: TSESTree.ObjectExpression) {
      const root = new EstreeTree(node, script);
      const owner = isContentType(root) ? readContentType(root, script.source.file) : null;
      if (!owner || owner.fields.length === 0) return;
      const { name: binding } = ownerNameOf(node, script);
      emit.owner({ ...owner, ...(binding !== owner.name && { binding }) });
    },
  }),
});
