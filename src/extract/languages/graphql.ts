import { defineLanguage } from "../document.js";
import { graphqlDefinitions, parseGraphql } from "../graphql/index.js";

export default defineLanguage({
  id: "graphql",
  title: "GraphQL",
  extensions: [".graphql", ".gql", ".graphqls"],
  yields: [graphqlDefinitions],
  parse: (source) => {
    const root = parseGraphql(source.text);
    return {
      documents: [{ syntax: graphqlDefinitions, root, source }],
      problems: root.errors.map(({ message, offset }) => ({ message, ...source.position(offset), fatal: false })),
    };
  },
});
