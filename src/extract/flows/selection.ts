import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { propertiesOf, stringValue } from "../estree/index.js";
import type { Want } from "./origin.js";

/** Names of the fields that `{ select: { id: true } }` takes, or `{ omit: {…} }` leaves. */
export function selection(node: TSESTree.Node | undefined): Pick<Want, "select" | "omit"> {
  const { members } = propertiesOf(node);
  const keys = (name: string): string[] | undefined => {
    const value = members.find((member) => member.name === name)?.value;
    if (value?.type === "ArrayExpression") return value.elements.flatMap((one) => stringValue(one) ?? []);
    return value?.type === "ObjectExpression"
      ? propertiesOf(value).members.flatMap((member) =>
          member.value.type === "Literal" && member.value.value === false ? [] : [member.name],
        )
      : undefined;
  };
  const select = keys("select") ?? keys("attributes") ?? keys("columns");
  const omit = keys("omit");
  return { ...(select && { select }), ...(omit && { omit }) };
}
