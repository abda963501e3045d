import { GraphQLError, parse, type DefinitionNode } from "graphql";
import { defineSyntax } from "../document.js";

/** Definitions of a GraphQL document; offsets count from the start of the file. */
export interface Definitions {
  readonly definitions: readonly DefinitionNode[];
  readonly errors: readonly { readonly message: string; readonly offset: number }[];
}

export const graphqlDefinitions = defineSyntax<Definitions>("graphql");

/** A document is read around at most so many errors: the rest of a file with more is no GraphQL. */
const MOST_ERRORS = 20;
const DEFINITION =
  /^[ \t]*(?:"|extend\b|type\b|input\b|interface\b|enum\b|union\b|scalar\b|schema\b|directive\b|query\b|mutation\b|subscription\b|fragment\b|\{)/gm;

/** Parses a document. A definition that cannot be read is left out, and the others are used. */
export function parseGraphql(text: string): Definitions {
  const errors: { message: string; offset: number }[] = [];
  let rest = text;
  while (rest.trim() !== "" && errors.length < MOST_ERRORS) {
    try {
      return { definitions: parse(rest, { maxTokens: 2_000_000 }).definitions, errors };
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const offset = error.positions?.[0] ?? 0;
      errors.push({ message: error.message.replace(/^Syntax Error: /, ""), offset: Math.min(offset, text.length - 1) });
      rest = withoutDefinition(rest, offset);
    }
  }
  return { definitions: [], errors };
}

/** The text with the definition around an offset blanked, so that the offsets of the others stay. */
function withoutDefinition(text: string, offset: number): string {
  let start = 0;
  let end = text.length;
  for (const { index } of text.matchAll(DEFINITION)) {
    if (text.slice(index, end).trim() === "") continue;
    if (index <= offset && text.slice(start, index).trim() !== "") start = index;
    else if (index <= offset) start = index;
    else {
      end = index;
      break;
    }
  }
  return text.slice(0, start) + text.slice(start, end).replaceAll(/[^\n]/g, " ") + text.slice(end);
}
