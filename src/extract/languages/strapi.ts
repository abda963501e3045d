import { LineCounter, parseDocument } from "yaml";
import { defineLanguage } from "../document.js";
import { yamlTree } from "../json-schema/index.js";
import { strapiContentType } from "../strapi/syntax.js";

const KIND = /"(?:kind"\s*:\s*"(?:collectionType|singleType)"|collectionName"\s*:)/;

export default defineLanguage({
  id: "strapi",
  title: "Strapi content types",
  // Components have names of their own, and stand in a folder for each group.
  extensions: ["schema.json", ".settings.json", "/components/*/*.json"],
  yields: [strapiContentType],
  claims: ({ file, text }) =>
    /(?:^|\/)(?:content-types|models|components)\//.test(file) && text.includes('"attributes"') && KIND.test(text),
  parse: (source) => {
    const document = parseDocument(source.text, { lineCounter: new LineCounter(), logLevel: "silent" });
    const root = yamlTree(document);
    return {
      documents: root ? [{ syntax: strapiContentType, root, source }] : [],
      problems: document.errors.slice(0, 20).map(({ message, pos }) => ({
        message: message.split("\n", 1)[0]!,
        ...source.position(pos[0]),
        fatal: false,
      })),
    };
  },
});
