import { LineCounter, parseDocument } from "yaml";
import { defineLanguage } from "../document.js";
import { schemaDocument, yamlTree } from "../json-schema/index.js";

const CONTRACT = /(?:^|[{,])[ \t]*["']?(?:openapi|swagger|asyncapi)["']?[ \t]*:[ \t]*["']?\d/m;
const SCHEMA_ADDRESS = /"\$schema"\s*:\s*"https?:\/\/json-schema\.org/;

/** Whether a JSON text describes an object, also where it does not say by which standard. */
function describesObject(text: string): boolean {
  return SCHEMA_ADDRESS.test(text) || (/"properties"\s*:/.test(text) && /"type"\s*:\s*"object"/.test(text));
}

export default defineLanguage({
  id: "schema-documents",
  title: "OpenAPI, AsyncAPI and JSON Schema documents",
  extensions: [
    "openapi.yaml",
    "openapi.yml",
    "openapi.json",
    "openapi.full.yaml",
    "swagger.yaml",
    "swagger.yml",
    "swagger.json",
    "asyncapi.yaml",
    "asyncapi.yml",
    "asyncapi.json",
    "api.yaml",
    "api.yml",
    "api.json",
    "api-docs.json",
    "api-spec.json",
    "api-spec.yaml",
    "spec.yaml",
    "spec.yml",
    "spec.json",
    "oas.yaml",
    "oas.json",
    "schema.json",
    "schemas.json",
    ".jsonschema",
  ],
  yields: [schemaDocument],
  claims: ({ file, text }) =>
    CONTRACT.test(text.slice(0, 20_000)) || (/\.json(?:schema)?$/i.test(file) && describesObject(text)),
  parse: (source) => {
    const lineCounter = new LineCounter();
    const document = parseDocument(source.text, { lineCounter, keepSourceTokens: false, logLevel: "silent" });
    const root = yamlTree(document);
    return {
      documents: root ? [{ syntax: schemaDocument, root, source }] : [],
      problems: document.errors.slice(0, 20).map(({ message, pos }) => ({
        message: message.split("\n", 1)[0]!,
        ...source.position(pos[0]),
        fatal: false,
      })),
    };
  },
});
