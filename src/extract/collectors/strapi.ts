import { defineCollector } from "../collector.js";
import { readContentType } from "../strapi/content-type.js";
import { strapiContentType } from "../strapi/syntax.js";

export default defineCollector({
  id: "strapi",
  recognises: "content types and components of Strapi",
  reads: strapiContentType,
  trigger: /"attributes"/,
  collect({ root, source }, emit) {
    const owner = readContentType(root, source.file);
    if (owner) emit.owner(owner);
  },
});
