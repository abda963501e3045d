import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { FieldKind } from "../../model/index.js";
import type { Emit, FieldDraft } from "../collector.js";
import {
  calleePath,
  commentBefore,
  defineEstreeCollector,
  propertiesOf,
  stringValue,
  type ObjectMember,
  type Script,
} from "../estree/index.js";
import { scalarOf } from "../graphql/index.js";
import { ownerNameOf } from "../naming/index.js";

/** Calls that define a type, by their last name: Pothos (`builder.inputType`), Nexus (`inputObjectType`), graphql-js (`new GraphQL…Type`). */
const INPUTS = /^(?:inputType|inputObjectType|extendInputType|GraphQLInputObjectType|inputRef)$/;
const OUTPUTS =
  /^(?:objectType|interfaceType|extendType|prismaObject|prismaNode|drizzleObject|drizzleNode|simpleObject|node|GraphQLObjectType|GraphQLInterfaceType)$/;
/** Calls that make one field, by the scalar in their name: `t.exposeString("email")`, `t.string()`, `t.arg.string()`, `stringArg()`. */
const SCALARS = /^(?:expose)?(string|int|float|boolean|id)(?:List|Arg|ID)?$/i;

export default defineEstreeCollector({
  id: "graphql-builders",
  recognises: "GraphQL types built by calls: Pothos, Nexus, graphql-js",
  trigger:
    /@pothos|nexus|GraphQL(?:InputObject|Object|Interface)Type|\.(?:inputType|objectType|prismaObject|inputRef)\s*\(|\bt\.arg\b/,
  visit(script, emit) {
    const read = (node: TSESTree.CallExpression | TSESTree.NewExpression): void => readType(node, script, emit);
    return {
      CallExpression: read,
      NewExpression: read,
      Property(node) {
        if (node.key.type === "Identifier" && node.key.name === "args") readArguments(node, script, emit);
      },
    };
  },
});

function readType(node: TSESTree.CallExpression | TSESTree.NewExpression, script: Script, emit: Emit): void {
  const called = calleePath(node.callee)?.at(-1) ?? "";
  const kind: FieldKind | null = INPUTS.test(called) ? "input" : OUTPUTS.test(called) ? "type" : null;
  if (!kind) return;
  const options = node.arguments.find((argument) => argument.type === "ObjectExpression");
  if (!options) return;
  const { members } = propertiesOf(options);
  const nameNode = members.find(({ name }) => name === "name" || name === "type")?.value;
  const name = stringValue(node.arguments[0]) ?? stringValue(nameNode) ?? referenceName(node.arguments[0]);
  const fields = [
    ...fieldsOf(members.find((member) => member.name === "fields")?.value, script),
    ...defined(members.find((member) => member.name === "definition")?.value, script),
  ];
  if (fields.length === 0 || name === "Query" || name === "Mutation" || name === "Subscription") return;
  const owner = ownerNameOf(node, script);
  emit.owner({
    source: "graphql",
    kind,
    ...owner,
    ...(name && { name }),
    ...(name && owner.name !== name && { binding: owner.binding ?? owner.name }),
    fields,
  });
}

function referenceName(node: TSESTree.Node | undefined): string | null {
  return node?.type === "Identifier" ? node.name : null;
}

/** `{ email: t.string() }`, or a function that gives such an object. */
function fieldsOf(node: TSESTree.Node | undefined, script: Script): FieldDraft[] {
  const object = returnedObject(node);
  if (!object) return [];
  return propertiesOf(object).members.flatMap((member) => fieldOf(member, script));
}

function fieldOf({ name, key, value }: ObjectMember, script: Script): FieldDraft[] {
  const plain = value.type === "CallExpression" ? value : null;
  if (!plain && value.type !== "ObjectExpression") return [];
  const described = describe(value, script, key.range[0]);
  return [{ name, at: key.range, ...described }];
}

type Described = Omit<FieldDraft, "name" | "at">;

function describe(value: TSESTree.Node, script: Script, start: number): Described {
  const call = value.type === "CallExpression" ? value : null;
  const options = call ? call.arguments.find((argument) => argument.type === "ObjectExpression") : value;
  const { members } = propertiesOf(options);
  const comment =
    stringValue(members.find(({ name }) => name === "description")?.value) ?? commentBefore(script, start);
  const path = call ? (calleePath(call.callee) ?? []) : [];
  const inCall = [...path].reverse().find((part) => SCALARS.test(part));
  const word = SCALARS.exec(inCall ?? "")?.[1]?.toLowerCase();
  const declared = word
    ? { named: word === "id" ? "ID" : word[0]!.toUpperCase() + word.slice(1), list: /List$/.test(inCall!) }
    : typeOption(members);
  const scalar = declared ? scalarOf(declared.named) : null;
  const list = declared?.list ?? path.includes("list");
  return {
    type: scalar?.type ?? (declared ? "relation" : "unknown"),
    ...(list && { list }),
    ...(declared && !scalar && { target: declared.named }),
    ...((comment || scalar?.validators) && {
      hints: { ...(scalar?.validators && { validators: scalar.validators }), ...(comment && { comment }) },
    }),
  };
}

/** `type: "String"`, `type: [Address]`, `type: new GraphQLNonNull(GraphQLString)`. */
function typeOption(members: readonly ObjectMember[]): { named: string; list: boolean } | null {
  let node = members.find(({ name }) => name === "type")?.value;
  let list = false;
  for (let hops = 0; node && hops < 8; hops++) {
    const text = stringValue(node);
    if (text !== null) return { named: text.replaceAll(/[[\]!]/g, ""), list: list || text.includes("[") };
    if (node.type === "ArrayExpression") {
      list = true;
      node = node.elements[0] ?? undefined;
    } else if (node.type === "NewExpression" || node.type === "CallExpression") {
      list ||= /List/i.test(calleePath(node.callee)?.at(-1) ?? "");
      node = node.arguments[0];
    } else {
      const named = calleePath(node)?.at(-1);
      return named
        ? { named: /^GraphQL(?:String|Int|Float|Boolean|ID)$/.test(named) ? named.slice(7) : named, list }
        : null;
    }
  }
  return null;
}

/** Nexus: `definition(t) { t.nonNull.string("email") }`. */
function defined(node: TSESTree.Node | undefined, script: Script): FieldDraft[] {
  if (node?.type !== "FunctionExpression" && node?.type !== "ArrowFunctionExpression") return [];
  const statements = node.body.type === "BlockStatement" ? node.body.body : [];
  const expressions = statements.flatMap((statement) =>
    statement.type === "ExpressionStatement" ? [statement.expression] : [],
  );
  if (node.body.type !== "BlockStatement") expressions.push(node.body);
  return expressions.flatMap((expression): FieldDraft[] => {
    if (expression.type !== "CallExpression") return [];
    const [first] = expression.arguments;
    const named = stringValue(first);
    if (named !== null)
      return [{ name: named, at: first!.range, ...describe(expression, script, expression.range[0]) }];
    const option = propertiesOf(first).members.find(({ name }) => name === "name");
    const name = stringValue(option?.value);
    return name === null
      ? []
      : [{ name, at: option!.value.range, ...describe(expression, script, expression.range[0]) }];
  });
}

function returnedObject(node: TSESTree.Node | undefined): TSESTree.ObjectExpression | null {
  if (node?.type === "ObjectExpression") return node;
  if (node?.type !== "FunctionExpression" && node?.type !== "ArrowFunctionExpression") return null;
  if (node.body.type !== "BlockStatement") return node.body.type === "ObjectExpression" ? node.body : null;
  const last = node.body.body.at(-1);
  return last?.type === "ReturnStatement" && last.argument?.type === "ObjectExpression" ? last.argument : null;
}

/** `args: { email: t.arg.string() }` of one field: its arguments are an input of that name. */
function readArguments(node: TSESTree.Property, script: Script, emit: Emit): void {
  const object = returnedObject(node.value);
  if (!object) return;
  const isArgument = ({ value }: ObjectMember) =>
    value.type === "CallExpression"
      ? wrappedType(value) !== null ||
        /(?:^|\.)arg(?:\.|$)|(?:string|int|float|boolean|id)?Arg$/.test(
          calleePath(innermost(value).callee)?.join(".") ?? "",
        )
      : value.type === "ObjectExpression" &&
        typeOption(propertiesOf(value).members) !== null &&
        script.imports.size > 0 &&
        /GraphQL/.test(script.source.text.slice(...value.range));
  const fields = propertiesOf(object)
    .members.filter(isArgument)
    .map((member) => {
      const value = member.value.type === "CallExpression" ? innermost(member.value) : member.value;
      const wrapped = member.value.type === "CallExpression" ? wrappedType(member.value) : null;
      const described = wrapped ?? describe(value, script, member.key.range[0]);
      return { name: member.name, at: member.key.range, ...described };
    });
  if (fields.length === 0) return;
  emit.owner({ source: "graphql", kind: "input", ...ownerNameOf(object, script), fields });
}

/** `nonNull("String")`, `list(nonNull("UserInput"))`: a type by its name, with what may not be missing of it. */
function wrappedType(call: TSESTree.CallExpression): Described | null {
  const { callee, arguments: given } = innermost(call);
  const named = stringValue(given[0]);
  if (named === null || !/^(?:nonNull|nullable|list)$/.test(calleePath(callee)?.at(-1) ?? "")) return null;
  const scalar = scalarOf(named);
  const list = calleePath(callee)?.at(-1) === "list" || calleePath(call.callee)?.at(-1) === "list";
  return {
    type: scalar?.type ?? "relation",
    ...(list && { list }),
    ...(!scalar && { target: named }),
    ...(scalar?.validators && { hints: { validators: scalar.validators } }),
  };
}

/** `nonNull(stringArg())` is a `stringArg`. */
function innermost(call: TSESTree.CallExpression): TSESTree.CallExpression {
  let current = call;
  for (let hops = 0; hops < 4; hops++) {
    const [first] = current.arguments;
    if (first?.type !== "CallExpression") break;
    current = first;
  }
  return current;
}
