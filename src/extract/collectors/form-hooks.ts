import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { FieldDraft } from "../collector.js";
import { calleePath, defineEstreeCollector, keyName, propertiesOf, variableOf, type Script } from "../estree/index.js";
import { componentOf, nameFromExpression } from "../markup/index.js";
import { typeOfInitial } from "../forms/initial.js";
import type { Range } from "../source-text.js";

interface Form {
  readonly at: Range;
  readonly fields: Map<string, FieldDraft>;
}

export default defineEstreeCollector({
  id: "form-hooks",
  recognises:
    "fields declared by hooks and initial values: React Hook Form, Formik, vee-validate, TanStack Form, Final Form, Mantine",
  trigger:
    /\buse\w*(?:Field|Controller|FieldArray|Form\w*|Formik)\w*\s*[(<]|defineField|initialValues|defaultValues|\bregister\(/,
  visit(script, emit) {
    const forms = new Map<string, Form>();
    const add = (node: TSESTree.Node, field: FieldDraft): void => {
      const name = componentOf(node) ?? fileNameOf(script);
      const form = forms.get(name) ?? { at: node.range, fields: new Map<string, FieldDraft>() };
      if (!form.fields.has(field.name)) form.fields.set(field.name, field);
      forms.set(name, form);
    };
    return {
      CallExpression(node) {
        const bound = boundField(node, script);
        if (bound) add(node, bound);
        for (const field of valuesOf(initialValuesOf(node), script)) add(node, field);
      },
      JSXAttribute(node) {
        if (node.name.type !== "JSXIdentifier" || !/^(?:initialValues|defaultValues)$/.test(node.name.name)) return;
        if (node.value?.type !== "JSXExpressionContainer") return;
        for (const field of valuesOf(node.value.expression, script)) add(node, field);
      },
      "Program:exit"() {
        for (const [name, { at, fields }] of forms)
          emit.owner({ source: "form", name, kind: "input", at, fields: [...fields.values()] });
      },
    };
  },
});

function fileNameOf({ source }: Script): string {
  return source.file.split("/").pop()!.split(".")[0]!;
}

const BINDS_FIELD =
  /^(?:use(?:Field|FastField|Controller|FieldArray|FieldModel|FormField|InputControl)|defineField|register)$/;
/** Hooks whose result is tied to an element by spreading it or by its name: there the element is the place. */
const WHOLE_FORM = /^use(?:\w*Form|Formik)$/;

/** A field bound by a hook whose result no element of this file names. */
function boundField(node: TSESTree.CallExpression, script: Script): FieldDraft | null {
  const called = calleePath(node.callee)?.at(-1) ?? "";
  if (!BINDS_FIELD.test(called)) return null;
  const [argument] = node.arguments;
  const name =
    argument?.type === "ObjectExpression"
      ? propertiesOf(argument).members.find((member) => member.name === "name")?.value
      : argument;
  const known = nameFromExpression(name, script);
  // A name put together from a constant part and a variable one is that of a component's own field: its element counts.
  if (!known || isUsedInMarkup(node, script) || script.source.text.slice(...known.at).includes("${")) return null;
  // Formik's and vee-validate's `useField` also serves to look at a field that another component takes in.
  if (/^use(?:Fast)?Field$/.test(called) && !setsValue(node, script)) return null;
  // `register` is a common word: of a field only where its argument is one.
  if (called === "register" && (node.arguments.length > 2 || !/^[\w.[\]-]+$/.test(known.text))) return null;
  if (called === "register" && !isFormRegister(node)) return null;
  if (isNamedElsewhere(known.text, script, 2)) return null;
  return { name: known.text, at: known.at, type: "unknown", ...(/Array$/.test(called) && { list: true }) };
}

/** Whether the call stands in an element, or what it returns is spread over one or gives it its name. */
function isUsedInMarkup(node: TSESTree.CallExpression, script: Script): boolean {
  if (node.parent.type === "JSXSpreadAttribute") return true;
  if (node.parent.type !== "VariableDeclarator") return false;
  return namesIn(node.parent.id).some((name) =>
    (variableOf(name, script)?.references ?? []).some(({ identifier }) => {
      const { parent } = identifier as TSESTree.Identifier;
      if (parent?.type === "JSXSpreadAttribute") return true;
      if (parent?.type !== "MemberExpression") return false;
      if (parent.parent.type === "JSXSpreadAttribute") return true;
      return (
        parent.parent.type === "JSXExpressionContainer" &&
        parent.property.type === "Identifier" &&
        parent.property.name === "name"
      );
    }),
  );
}

/** Whether the field is changed here: its helpers are taken, or its `onChange` is used. */
function setsValue({ parent }: TSESTree.CallExpression, script: Script): boolean {
  if (parent.type !== "VariableDeclarator") return false;
  if (parent.id.type === "ArrayPattern" && parent.id.elements.length > 2) return true;
  if (parent.id.type === "ObjectPattern") return true;
  return namesIn(parent.id).some((name) =>
    (variableOf(name, script)?.references ?? []).some(({ identifier }) => {
      const outer = (identifier as TSESTree.Identifier).parent;
      const member =
        outer?.type === "MemberExpression" && outer.property.type === "Identifier" ? outer.property.name : "";
      return /^(?:onChange|setValue|onBlur|onInput)$/.test(member);
    }),
  );
}

function namesIn(pattern: TSESTree.Node): TSESTree.Identifier[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern];
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => (element ? namesIn(element) : []));
    case "ObjectPattern":
      return pattern.properties.flatMap((property) => (property.type === "Property" ? namesIn(property.value) : []));
    default:
      return [];
  }
}

/** React Hook Form's `register`, destructured or of a form; not a plug-in registry's or a service worker's. */
function isFormRegister({ callee, parent }: TSESTree.CallExpression): boolean {
  const path = calleePath(callee);
  const holder = path?.at(-2);
  const bound = holder === undefined || /form|methods/i.test(holder);
  return (
    bound &&
    (parent.type === "JSXExpressionContainer" || parent.type === "VariableDeclarator" || parent.type === "Property")
  );
}

/** `useForm({ defaultValues: {…} })`, `useFormik({ initialValues: {…} })`. */
function initialValuesOf(node: TSESTree.CallExpression): TSESTree.Node | null {
  if (!WHOLE_FORM.test(calleePath(node.callee)?.at(-1) ?? "")) return null;
  for (const argument of node.arguments) {
    const found = propertiesOf(argument).members.find(({ name }) => /^(?:initialValues|defaultValues)$/.test(name));
    if (found) return found.value;
  }
  return null;
}

const DEEPEST = 6;

/** Fields of a form's initial values that no element of the file names. */
function valuesOf(node: TSESTree.Node | null, script: Script): FieldDraft[] {
  if (!node) return [];
  const object = node.type === "Identifier" ? constantObject(node, script) : node;
  return object
    ? members(object, "", 0).filter(({ name }) => !isNamedElsewhere(name.split(".").pop()!, script, 1))
    : [];
}

function constantObject(node: TSESTree.Identifier, script: Script): TSESTree.Node | null {
  const definition = variableOf(node, script)?.defs[0];
  const declarator = definition?.node;
  if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier" || !declarator.init) return null;
  const { init } = declarator;
  return init.type === "ObjectExpression" || init.type === "TSAsExpression" || init.type === "TSSatisfiesExpression"
    ? init
    : null;
}

function members(node: TSESTree.Node, under: string, depth: number): FieldDraft[] {
  return propertiesOf(node).members.flatMap(({ key, value, node: property }): FieldDraft[] => {
    const name = keyName(property);
    if (name === null) return [];
    const inner =
      value.type === "ObjectExpression" && depth < DEEPEST ? members(value, `${under}${name}.`, depth + 1) : [];
    return [{ name: under + name, at: key.range, ...typeOfInitial(value) }, ...inner];
  });
}

/** An element that names the field quotes it: `name="email"`, `register("email")`, `v-model="form.email"`. */
function isNamedElsewhere(name: string, { source }: Script, times: number): boolean {
  if (!/^[\w.-]{1,80}$/.test(name)) return false;
  const quoted = new RegExp(`(?:["'\`.]|\\bname=)${name.replace(/[.-]/g, "\\$&")}["'\`]`, "g");
  return (source.text.match(quoted)?.length ?? 0) >= times;
}
