import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Emit, FieldDraft } from "../collector.js";
import { commentBefore, defineEstreeCollector, propertiesOf, stringValue, type Script } from "../estree/index.js";
import { readColumn } from "../schema-object/columns.js";
import { membersOf, resolved } from "../stores/members.js";
import { handedOver, waterlineModel } from "../waterline/model.js";

export default defineEstreeCollector({
  id: "waterline",
  recognises: "models of Waterline and inputs of the actions of Sails",
  trigger: [/\battributes\s*:|\binputs\s*:/, /\btype\s*:\s*["'`]|\b(?:model|collection)\s*:\s*["'`]/],
  visit: (script, emit) => ({
    ObjectExpression(node) {
      const model = waterlineModel(node);
      if (model) emitModel(node, model, script, emit);
      else emitInputs(node, script, emit);
    },
  }),
});

function emitModel(node: TSESTree.ObjectExpression, attributes: TSESTree.Node, script: Script, emit: Emit): void {
  const options = membersOf(node);
  const fields = propertiesOf(attributes).members.flatMap((member) => {
    const attribute = membersOf(resolved(member.value, script));
    return readRelation(member, attribute, script) ?? readTyped(member, attribute, script);
  });
  if (fields.length === 0) return;
  const name = stringValue(options.get("identity")) ?? nameOfFile(script);
  const table = stringValue(options.get("tableName"));
  emit.owner({
    source: "waterline",
    name,
    kind: "store",
    at: attributes.range,
    fields,
    ...(table && { table }),
  });
}

/** `inputs` of an action: they come with the request. Helpers have inputs of the same form and are called by code alone. */
function emitInputs(node: TSESTree.ObjectExpression, script: Script, emit: Emit): void {
  const options = handedOver(node);
  const inputs = options?.get("inputs");
  if (!options?.has("fn") || inputs?.type !== "ObjectExpression") return;
  if (!/(?:^|\/)controllers\//.test(script.source.file)) return;
  const fields = propertiesOf(inputs).members.flatMap((member) =>
    readTyped(member, membersOf(resolved(member.value, script)), script),
  );
  if (fields.length > 0)
    emit.owner({ source: "waterline", name: nameOfFile(script), kind: "input", at: inputs.range, fields });
}

type Member = ReturnType<typeof propertiesOf>["members"][number];
type Options = ReadonlyMap<string, TSESTree.Node>;

function readTyped(member: Member, options: Options, script: Script): FieldDraft[] {
  const written = stringValue(options.get("type"));
  if (written === null) return [];
  const { hints, ...field } = readColumn(member, options, script);
  return [
    {
      ...field,
      // A `ref` is kept as it is given.
      ...(written === "ref" && { type: "unknown" as const }),
      ...(hints && Object.keys(hints).length > 0 && { hints }),
    },
  ];
}

/** `{ model: "User" }` keeps a key, `{ collection: "Pet" }` is the other side of one. */
function readRelation({ name, key }: Member, options: Options, script: Script): FieldDraft[] | null {
  const [model, collection] = [stringValue(options.get("model")), stringValue(options.get("collection"))];
  const comment = commentBefore(script, key.range[0]);
  const storedAs = stringValue(options.get("columnName"));
  const said = { ...(comment && { comment }), ...(storedAs && { storedAs }) };
  if (model) return [{ name, at: key.range, type: "unknown", hints: { ...said, references: model } }];
  if (!collection) return null;
  return [{ name, at: key.range, type: "relation", list: true, target: collection }];
}

/** `users/create` for `controllers/users/create.js`, `User` for `models/User.js`. */
function nameOfFile({ source }: Script): string {
  const path = source.file.replace(/\.[^./]*$/, "").split("/");
  const from = path.lastIndexOf("controllers") + 1;
  return path.slice(from > 0 ? from : -1).join("/");
}
