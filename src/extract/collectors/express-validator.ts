import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Emit, FieldDraft } from "../collector.js";
import { defineEstreeCollector, importOf, propertiesOf, stringValue, type Script } from "../estree/index.js";
import { ownerNameOf } from "../naming/index.js";

const MODULE = /^express-validator(?:$|\/)/;
/** Functions that name a property, by the part of the request they look in. */
const CHECKS = new Set(["body", "check", "query", "param", "buildCheckFunction"]);
/** Validators that say no more than what type it is, or that there is a value. */
const PLAIN = new Set(["string", "empty", "length", "int", "numeric", "boolean", "array", "object", "in", "float"]);

export default defineEstreeCollector({
  id: "express-validator",
  recognises: "express-validator chains and checkSchema",
  trigger: /express-validator/,
  visit(script, emit) {
    const groups = new Map<string, { node: TSESTree.CallExpression; fields: FieldDraft[] }>();
    return {
      CallExpression(node) {
        const imported = importOf(node.callee, script.imports);
        if (!imported || !MODULE.test(imported.module)) return;
        if (imported.imported === "checkSchema") readSchema(node, script, emit);
        if (!CHECKS.has(imported.imported)) return;
        const fields = checkedFields(node);
        if (fields.length === 0) return;
        const { name } = ownerNameOf(node, script);
        const group = groups.get(name) ?? { node, fields: [] };
        group.fields.push(...fields.filter((field) => group.fields.every((known) => known.name !== field.name)));
        groups.set(name, group);
      },
      "Program:exit"() {
        for (const { node, fields } of groups.values())
          emit.owner({ source: "express-validator", kind: "input", ...ownerNameOf(node, script), fields });
      },
    };
  },
});

/** `body("email").isEmail()`, `check(["a", "b"])`: list items and wildcards add no segment. */
function checkedFields(node: TSESTree.CallExpression): FieldDraft[] {
  const [first] = node.arguments;
  const names = first?.type === "ArrayExpression" ? first.elements : [first];
  const hints = validatorsAfter(node);
  return names.flatMap((one): FieldDraft[] => {
    const name = stringValue(one);
    if (!name) return [];
    return [{ name: propertyPath(name), at: one!.range, type: typeOf(hints), ...hintsOf(hints) }];
  });
}

function propertyPath(name: string): string {
  return name
    .replaceAll(/\.\*+|\[\d*\]|^\*+\./g, "")
    .replaceAll(/\["?|"?\]/g, (mark) => (mark.startsWith("[") ? "." : ""));
}

/** Names of the validators chained to a call. */
function validatorsAfter(node: TSESTree.CallExpression): string[] {
  const found: string[] = [];
  let current: TSESTree.Node = node;
  for (;;) {
    const member: TSESTree.Node | undefined = current.parent;
    if (member?.type !== "MemberExpression" || member.object !== current) break;
    if (member.parent.type !== "CallExpression" || member.property.type !== "Identifier") break;
    const { name } = member.property;
    if (/^(?:is|normalize)[A-Z]/.test(name)) found.push(name.replace(/^(?:is|normalize)/, "").toLowerCase());
    current = member.parent;
  }
  return found;
}

/** `checkSchema({ email: { isEmail: true } })` */
function readSchema(node: TSESTree.CallExpression, script: Script, emit: Emit): void {
  const fields = propertiesOf(node.arguments[0]).members.flatMap(({ name, key, value }): FieldDraft[] => {
    if (value.type !== "ObjectExpression") return [];
    const hints = propertiesOf(value)
      .members.filter((member) => /^is[A-Z]/.test(member.name))
      .map((member) => member.name.slice(2).toLowerCase());
    return [{ name: propertyPath(name), at: key.range, type: typeOf(hints), ...hintsOf(hints) }];
  });
  if (fields.length > 0)
    emit.owner({ source: "express-validator", kind: "input", ...ownerNameOf(node, script), fields });
}

function typeOf(validators: readonly string[]): NonNullable<FieldDraft["type"]> {
  if (validators.some((one) => /^(?:int|numeric|float|decimal)$/.test(one))) return "number";
  if (validators.includes("boolean")) return "boolean";
  if (validators.some((one) => /^(?:date|iso8601|rfc3339)$/.test(one))) return "date";
  return validators.length > 0 ? "string" : "unknown";
}

function hintsOf(validators: readonly string[]): Pick<FieldDraft, "hints"> {
  const telling = [...new Set(validators.filter((one) => !PLAIN.has(one)))];
  return telling.length > 0 ? { hints: { validators: telling } } : {};
}
