import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, propertiesOf, stringValue } from "../estree/index.js";
import type { Shape } from "./shape.js";

/** The shape with what an object of options says of it: title, description, format. Anything else leaves it as it is. */
export function described(shape: Shape, options: TSESTree.Node): Shape {
  if (options.type !== "ObjectExpression") return shape;
  const said = new Map(propertiesOf(options).members.map(({ name, value }) => [name, stringValue(value)]));
  const comment = said.get("description");
  const label = said.get("title");
  const format = said.get("format");
  return {
    ...shape,
    ...(comment && { comment }),
    ...(label && { label }),
    ...(format && { validators: [...(shape.validators ?? []), format.toLowerCase()] }),
  };
}

/** The shape with what a chained call says of it. */
export function said(
  shape: Shape,
  link: "comment" | "label" | "format",
  argument: TSESTree.CallExpressionArgument | undefined,
): Shape {
  const text = stringValue(argument);
  if (link !== "format") return text === null ? shape : { ...shape, [link]: text };
  // `S.FORMATS.EMAIL`
  const format = text ?? (argument && calleePath(argument)?.at(-1));
  return format ? withValidator(shape, format) : shape;
}

export function withValidator(shape: Shape, name: string): Shape {
  return { ...shape, validators: [...(shape.validators ?? []), name.toLowerCase()] };
}
