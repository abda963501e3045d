import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { FieldDraft } from "../collector.js";

/** Names under which classes keep what they work with. */
const COLLABORATOR =
  /(?:service|services|repository|repositories|client|logger|logging|factory|provider|manager|bus|gateway|mailer|queue|store|adapter|connection|database|db|knex|model|models|router|http|api|cache|emitter|events|config|settings|options|opts|context|ctx|parent|fetch|request|res|req|handler|callback|fn)$/i;

/**
 * Data of a class that declares no properties: what its constructor hands on from its parameters to `this`. Null when collaborators are
 * among them, for such a class does work.
 */
export function assignedFields(constructor: TSESTree.MethodDefinition): FieldDraft[] | null {
  const parameters = new Set(constructor.value.params.flatMap(namesOf));
  const fields: FieldDraft[] = [];
  for (const statement of constructor.value.body?.body ?? []) {
    const assigned = assignment(statement);
    if (!assigned) continue;
    const { property, value } = assigned;
    const from = source(value);
    if (from === null || !parameters.has(from.root)) continue;
    if (COLLABORATOR.test(property.name) || /^[A-Z]/.test(property.name)) return null;
    if (!property.name.startsWith("_")) fields.push({ name: property.name, at: property.range, type: "unknown" });
  }
  return fields;
}

function assignment(
  statement: TSESTree.Statement,
): { property: TSESTree.Identifier; value: TSESTree.Expression } | null {
  if (statement.type !== "ExpressionStatement" || statement.expression.type !== "AssignmentExpression") return null;
  const { left, right } = statement.expression;
  if (left.type !== "MemberExpression" || left.object.type !== "ThisExpression" || left.computed) return null;
  return left.property.type === "Identifier" ? { property: left.property, value: right } : null;
}

/** The parameter a value comes from: `email`, `data.email`, `email || null`, `new Date(createdAt)`. */
function source(value: TSESTree.Expression): { root: string } | null {
  switch (value.type) {
    case "Identifier":
      return { root: value.name };
    case "MemberExpression":
      return value.object.type === "Identifier" ? { root: value.object.name } : null;
    case "ChainExpression":
      return source(value.expression);
    case "LogicalExpression":
      return source(value.left);
    case "NewExpression": {
      const [first] = value.arguments;
      return first && first.type !== "SpreadElement" ? source(first) : null;
    }
    default:
      return null;
  }
}

function namesOf(parameter: TSESTree.Node): string[] {
  switch (parameter.type) {
    case "Identifier":
      return [parameter.name];
    case "AssignmentPattern":
      return namesOf(parameter.left);
    case "ObjectPattern":
      return parameter.properties.flatMap((property) => (property.type === "Property" ? namesOf(property.value) : []));
    default:
      return [];
  }
}
