import { defineCollector } from "../collector.js";
import { collectDefinitions, graphqlDefinitions } from "../graphql/index.js";

export default defineCollector({
  id: "graphql",
  recognises: "GraphQL schemas: input types, arguments, object types",
  reads: graphqlDefinitions,
  trigger: /\b(?:type|input|interface)\b/,
  collect: ({ root }, emit) => collectDefinitions(root.definitions, emit),
});
