import { defineEstreeCollector, propertiesOf, stringValue } from "../estree/index.js";
import { EstreeTree } from "../json-schema/index.js";
import { readContentType } from "../strapi/content-type.js";

export default defineEstreeCollector({
  id: "strapi-in-code",
  recognises: "content types of Strapi that are written as scripts, as its plugins do",
  trigger: [/["']?attributes["']?\s*:/, /["']?kind["']?\s*:\s*["'`](?:collectionType|singleType)|["'`]components_/],
  visit: (script, emit) => ({
    ObjectExpression(node) {
      const { members } = propertiesOf(node);
      const text = (key: string): string | null => stringValue(members.find(({ name }) => name === key)?.value);
      const isType = /^(?:collectionType|singleType)$/.test(text("kind") ?? "");
      if (!isType && !text("collectionName")?.startsWith("components_")) return;
      const owner = readContentType(new EstreeTree(node, script), script.source.file);
      if (owner) emit.owner(owner);
    },
  }),
});
