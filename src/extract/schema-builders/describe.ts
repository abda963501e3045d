import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { propertiesOf, stringValue } from "../estree/index.js";
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
