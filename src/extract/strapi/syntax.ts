import { defineSyntax } from "../document.js";
import type { Tree } from "../json-schema/index.js";

export const strapiContentType = defineSyntax<Tree>("strapi");
