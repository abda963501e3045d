import { defineSyntax } from "../document.js";
import type { Tree } from "./tree.js";

/** A JSON or YAML document that describes shapes: JSON Schema, OpenAPI, AsyncAPI. */
export const schemaDocument = defineSyntax<Tree>("schema-document");
