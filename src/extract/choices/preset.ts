import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, keyName, propertiesOf, type Script } from "../estree/index.js";
import type { PresetChoice } from "../../model/index.js";
import type { Range } from "../source-text.js";

/** A choice set to yes in code, and where its name stands. */
export interface Preset {
  readonly name: string;
  readonly how: PresetChoice["how"];
  readonly at: Range;
}

/** Options of forms that hold the values they start with. */
const INITIAL = /^(?:defaultValues|initialValues|initialState|initialData|defaults)$/;
/** Functions whose one argument holds them. */
const HOLDERS =
  /^(?:useForm|useFormik|useAppForm|createForm|superForm|reactive|useSetState|useReactive|getInitialValues|group)$/;

/** `defaultValues: { agree: true }`, `initialValues={{ agree: true }}`, `useForm({ agree: true })`. */
export function presetValues(node: TSESTree.ObjectExpression): Preset[] {
  return holdsInitialValues(node) ? trueMembers(node, 0) : [];
}

function holdsInitialValues(node: TSESTree.ObjectExpression): boolean {
  const { parent } = node;
  if (parent.type === "Property" && parent.value === node) return INITIAL.test(keyName(parent) ?? "");
  if (parent.type === "VariableDeclarator")
    return (
      parent.id.type === "Identifier" &&
      /^(?:(?:default|initial|empty)\w*(?:Values?|State|Form\w*|Data)|(?:DEFAULT|INITIAL|EMPTY)_\w*(?:VALUES?|STATE|FORM|DATA))$/.test(
        parent.id.name,
      )
    );
  if (parent.type === "JSXExpressionContainer")
    return parent.parent.type === "JSXAttribute" && INITIAL.test(String(parent.parent.name.name));
  if (parent.type !== "CallExpression") return false;
  return HOLDERS.test(calleePath(parent.callee)?.at(-1) ?? "") && parent.arguments[0] === node;
}

const DEEPEST = 4;

function trueMembers(node: TSESTree.ObjectExpression, depth: number): Preset[] {
  return propertiesOf(node).members.flatMap(({ name, key, value }): Preset[] => {
    if (isTrue(value) || isTrueControl(value)) return [{ name, how: "initial-value", at: key.range }];
    // Told where that member itself is met.
    if (INITIAL.test(name)) return [];
    return value.type === "ObjectExpression" && depth < DEEPEST ? trueMembers(value, depth + 1) : [];
  });
}

/** `[true]`, `[true, Validators.requiredTrue]`, `new FormControl(true)`, `fb.control(true)`. */
function isTrueControl(node: TSESTree.Node): boolean {
  if (node.type === "ArrayExpression") return isTrue(node.elements[0]);
  if (node.type !== "NewExpression" && node.type !== "CallExpression") return false;
  return (
    /^(?:Untyped)?(?:FormControl|control)$/.test(calleePath(node.callee)?.at(-1) ?? "") && isTrue(node.arguments[0])
  );
}

export function isTrue(node: TSESTree.Node | null | undefined): boolean {
  return node?.type === "Literal" && node.value === true;
}

/** `const [agreed, setAgreed] = useState(true)`, `const agreed = ref(true)`. */
export function presetState({ id, init }: TSESTree.VariableDeclarator): Preset | null {
  if (init?.type !== "CallExpression" || !isTrue(init.arguments[0])) return null;
  const name = calleePath(init.callee)?.at(-1) ?? "";
  const target = id.type === "ArrayPattern" ? id.elements[0] : id;
  const makes =
    id.type === "ArrayPattern"
      ? /^(?:useState|createSignal|useBoolean|useToggle)$/
      : /^(?:ref|shallowRef|signal|\$state|writable)$/;
  return target?.type === "Identifier" && makes.test(name)
    ? { name: target.name, how: "state", at: target.range }
    : null;
}

/** `agree: z.boolean().default(true)`, `agree: boolean("agree").notNull().default(true)`. */
export function presetInChain(node: TSESTree.CallExpression): Preset | null {
  const { callee } = node;
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return null;
  const method = callee.property.name;
  if (!/^(?:default|prefault|defaultTo|initialValue)$/.test(method) || !isTrue(node.arguments[0])) return null;
  const chain = calleePath(callee.object) ?? [];
  if (!chain.some((part) => /^(?:boolean|bool|checkbox|coerce|stringbool)$/i.test(part))) return null;
  let at: TSESTree.Node = node;
  while (
    at.parent &&
    (at.parent.type === "MemberExpression" || (at.parent.type === "CallExpression" && at.parent.callee === at))
  )
    at = at.parent;
  if (at.parent?.type !== "Property" || at.parent.value !== at) return null;
  const name = keyName(at.parent);
  const how = chain[0] === "z" || chain[0] === "yup" || chain[0] === "Joi" ? "schema-default" : "column-default";
  return name === null ? null : { name, how, at: at.parent.key.range };
}

/** `{ type: Boolean, default: true }`, `{ type: DataTypes.BOOLEAN, defaultValue: true }`, `@Column({ default: true }) agree`. */
export function presetColumn(node: TSESTree.ObjectExpression, script: Script): Preset | null {
  const members = propertiesOf(node).members;
  if (!members.some(({ name, value }) => /^default(?:Value)?$/.test(name) && isTrue(value))) return null;
  const { parent } = node;
  if (parent.type === "Property" && parent.value === node) {
    const typed = members.some(
      ({ name, value }) => name === "type" && /bool/i.test(script.source.text.slice(...value.range)),
    );
    const name = keyName(parent);
    return typed && name !== null ? { name, how: "column-default", at: parent.key.range } : null;
  }
  if (parent.type !== "CallExpression" || parent.parent.type !== "Decorator") return null;
  if (!/^(?:Column|Property|Prop|Field)$/.test(calleePath(parent.callee)?.at(-1) ?? "")) return null;
  const member = parent.parent.parent;
  const name = member.type === "PropertyDefinition" ? keyName(member) : null;
  return name !== null && member.type === "PropertyDefinition"
    ? { name, how: "column-default", at: member.key.range }
    : null;
}
