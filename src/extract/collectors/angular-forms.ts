import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { ValueType } from "../../model/index.js";
import type { FieldDraft } from "../collector.js";
import { calleePath, defineEstreeCollector, keyName, propertiesOf, stringValue } from "../estree/index.js";
import type { Range } from "../source-text.js";

interface Form {
  readonly at: Range;
  readonly fields: FieldDraft[];
}

export default defineEstreeCollector({
  id: "angular-forms",
  recognises: "controls of Angular's reactive forms: FormControl, FormGroup, FormBuilder, fields of Formly",
  trigger: /Form(?:Control|Group|Builder|Array|Record)|formBuilder|\bfb\b|FormlyField/,
  visit(_script, emit) {
    const forms = new Map<string, Form>();
    const add = (owner: { name: string; at: Range }, fields: readonly FieldDraft[]): void => {
      if (fields.length === 0) return;
      const form = forms.get(owner.name) ?? { at: owner.at, fields: [] };
      form.fields.push(...fields);
      forms.set(owner.name, form);
    };
    const group = (node: TSESTree.CallExpression | TSESTree.NewExpression): void => {
      if (!isGroup(node) || isInner(node)) return;
      add(ownerOf(node), fieldsOfGroup(node, "", 0));
    };
    return {
      NewExpression(node) {
        group(node);
        const name = isControl(node) ? propertyOf(node) : null;
        if (name) add(ownerOf(node), [{ name: name.text, at: name.at, ...describe(node) }]);
      },
      CallExpression(node) {
        group(node);
        const name = isControl(node) ? propertyOf(node) : addedControl(node);
        if (name) add(ownerOf(node), [{ name: name.text, at: name.at, ...describe(node) }]);
      },
      VariableDeclarator(node) {
        if (isFormly(node.id) && node.init) add(ownerOf(node), formlyFields(node.init, 0));
      },
      PropertyDefinition(node) {
        if (isFormly(node) && node.value) add(ownerOf(node), formlyFields(node.value, 0));
      },
      "Program:exit"() {
        for (const [name, { at, fields }] of forms) emit.owner({ source: "form", name, kind: "input", at, fields });
      },
    };
  },
});

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

function called(node: Call): string {
  return calleePath(node.callee)?.at(-1) ?? "";
}

/** `new FormControl()`, `fb.control()`. */
function isControl(node: TSESTree.Node): node is Call {
  if (node.type === "NewExpression") return /^(?:Untyped)?FormControl$/.test(called(node));
  return node.type === "CallExpression" && called(node) === "control" && isBuilder(node);
}

/** `new FormGroup({})`, `this.fb.group({})`, `fb.nonNullable.group({})`. */
function isGroup(node: TSESTree.Node): node is Call {
  if (node.type === "NewExpression") return /^(?:Untyped)?Form(?:Group|Record)$/.test(called(node));
  return node.type === "CallExpression" && /^(?:group|record)$/.test(called(node)) && isBuilder(node);
}

function isList(node: TSESTree.Node): node is Call {
  if (node.type === "NewExpression") return /^(?:Untyped)?FormArray$/.test(called(node));
  return node.type === "CallExpression" && called(node) === "array" && isBuilder(node);
}

function isBuilder({ callee }: Call): boolean {
  // `inject(FormBuilder).group({})`: asked for where it is used.
  const holder = callee.type === "MemberExpression" ? callee.object : null;
  if (holder?.type === "CallExpression") {
    const [token] = holder.arguments;
    return called(holder) === "inject" && token?.type === "Identifier" && /FormBuilder$/.test(token.name);
  }
  return (calleePath(callee) ?? []).slice(0, -1).some((part) => /^_?fb$|form_?builder$/i.test(part));
}

/** A group within a group counts with the outer one. */
function isInner(node: TSESTree.Node): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (isGroup(at)) return true;
    if (at.type === "ClassBody" || "body" in at) return false;
  }
  return false;
}

const DEEPEST = 8;

function fieldsOfGroup(group: Call, under: string, depth: number): FieldDraft[] {
  return propertiesOf(group.arguments[0]).members.flatMap(({ name, key, value }): FieldDraft[] => {
    const path = under + name;
    if (isGroup(value) && depth < DEEPEST)
      return [{ name: path, at: key.range, type: "object" }, ...fieldsOfGroup(value, `${path}.`, depth + 1)];
    if (isList(value))
      return [{ name: path, at: key.range, list: true, type: "unknown" }, ...fieldsOfList(value, path, depth)];
    return [{ name: path, at: key.range, ...describe(value) }];
  });
}

function fieldsOfList({ arguments: [items] }: Call, path: string, depth: number): FieldDraft[] {
  const [first] = items?.type === "ArrayExpression" ? items.elements : [];
  return first && isGroup(first) && depth < DEEPEST ? fieldsOfGroup(first, `${path}.`, depth + 1) : [];
}

/** Type of the initial value, and the validators named anywhere in the declaration. */
function describe(node: TSESTree.Node): Pick<FieldDraft, "type" | "hints"> {
  const call = isControl(node) ? node.arguments : node.type === "ArrayExpression" ? node.elements : [node];
  const [initial] = call;
  const value =
    initial?.type === "ObjectExpression"
      ? propertiesOf(initial).members.find(({ name }) => name === "value")?.value
      : initial;
  const validators = new Set<string>();
  for (const part of call) if (part) collectValidators(part, validators, 0);
  return { type: typeOf(value ?? null), ...(validators.size > 0 && { hints: { validators: [...validators] } }) };
}

function typeOf(node: TSESTree.Node | null): ValueType {
  if (node?.type === "Literal") {
    if (typeof node.value === "boolean") return "boolean";
    if (typeof node.value === "number") return "number";
    if (typeof node.value === "string") return "string";
  }
  return node?.type === "NewExpression" && called(node) === "Date" ? "date" : "unknown";
}

/** Angular's own that only bound a value say nothing of it. */
const GENERAL = /^(?:required|requiredTrue|min|max|minLength|maxLength|nullValidator|compose|composeAsync)$/;

function collectValidators(node: TSESTree.Node, found: Set<string>, depth: number): void {
  if (depth > 5) return;
  if (node.type === "ArrayExpression") {
    for (const element of node.elements) if (element) collectValidators(element, found, depth + 1);
  } else if (node.type === "ObjectExpression") {
    for (const { name, value } of propertiesOf(node).members)
      if (/validators$/i.test(name)) collectValidators(value, found, depth + 1);
  } else if (node.type === "CallExpression") {
    for (const argument of node.arguments) collectValidators(argument, found, depth + 1);
    collectValidators(node.callee, found, depth + 1);
  } else if (node.type === "MemberExpression") {
    const path = calleePath(node);
    const name = path?.at(-1) ?? "";
    if (path && /Validators?$/.test(path.at(-2) ?? "") && !GENERAL.test(name)) found.add(name.toLowerCase());
  }
}

/** The class property, variable or member a control is assigned to; null inside a group, which names it itself. */
function propertyOf(node: Call): { text: string; at: Range } | null {
  const { parent } = node;
  if (parent.type === "PropertyDefinition" && parent.value === node) {
    const text = keyName(parent);
    return text === null ? null : { text, at: parent.key.range };
  }
  if (parent.type === "VariableDeclarator" && parent.id.type === "Identifier")
    return { text: parent.id.name, at: parent.id.range };
  if (parent.type !== "AssignmentExpression" || parent.left.type !== "MemberExpression") return null;
  const { object, property } = parent.left;
  return object.type === "ThisExpression" && property.type === "Identifier"
    ? { text: property.name, at: property.range }
    : null;
}

/** `form.addControl("email", …)`, `form.setControl("email", …)`. */
function addedControl(node: TSESTree.CallExpression): { text: string; at: Range } | null {
  const [first, second] = node.arguments;
  const text = /^(?:add|set|register)Control$/.test(called(node)) && second ? stringValue(first) : null;
  return text === null || !first ? null : { text, at: [first.range[0] + 1, first.range[1] - 1] };
}

/** The class around it, else the variable, else the function. */
function ownerOf(node: TSESTree.Node): { name: string; at: Range } {
  let named: TSESTree.Identifier | null = null;
  for (let at: TSESTree.Node | undefined = node; at; at = at.parent) {
    if ((at.type === "ClassDeclaration" || at.type === "ClassExpression") && at.id)
      return { name: at.id.name, at: at.id.range };
    if (at.type === "VariableDeclarator" && at.id.type === "Identifier") named = at.id;
    if (at.type === "FunctionDeclaration" && at.id) named ??= at.id;
  }
  return named ? { name: named.name, at: named.range } : { name: "form", at: node.range };
}

function isFormly(node: TSESTree.Node): boolean {
  if (!("typeAnnotation" in node) || !node.typeAnnotation || typeof node.typeAnnotation !== "object") return false;
  const annotation = "typeAnnotation" in node.typeAnnotation ? node.typeAnnotation.typeAnnotation : null;
  const type = annotation?.type === "TSArrayType" ? annotation.elementType : annotation;
  return (
    type?.type === "TSTypeReference" && type.typeName.type === "Identifier" && /^FormlyField/.test(type.typeName.name)
  );
}

/** `[{ key: "email", type: "input", props: { label: "E-mail", type: "email" } }]`, groups within included. */
function formlyFields(node: TSESTree.Node, depth: number): FieldDraft[] {
  if (node.type !== "ArrayExpression" || depth > DEEPEST) return [];
  return node.elements.flatMap((element): FieldDraft[] => {
    const members = new Map(propertiesOf(element).members.map(({ name, value }) => [name, value]));
    const inner = members.get("fieldGroup");
    const fields = inner ? formlyFields(inner, depth + 1) : [];
    const key = members.get("key");
    const name = stringValue(key);
    if (!key || name === null) return fields;
    const props = new Map(
      propertiesOf(members.get("props") ?? members.get("templateOptions")).members.map((one) => [
        one.name,
        stringValue(one.value),
      ]),
    );
    const label = props.get("label") ?? props.get("placeholder");
    const inputType = props.get("type");
    const hints = { ...(label && { label }), ...(inputType && { inputType }) };
    return [{ name, at: [key.range[0] + 1, key.range[1] - 1], type: "string", hints }, ...fields];
  });
}
