import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { objectGiven } from "../chains/fields.js";
import type { Emit, FieldDraft } from "../collector.js";
import { keyName, knownText, propertiesOf, type Script } from "../estree/index.js";
import { EstreeTree, readJsonSchema } from "../json-schema/index.js";
import { toFields } from "../schema-builders/index.js";
import { classBases, classComment, nameOfClass, type ClassNode } from "../stores/decorated-class.js";
import { membersOf, namedRecord, resolved } from "../stores/members.js";

/** A class that says which table it stands for and, by a JSON Schema, what is in it. */
export function readModelClass(node: ClassNode, script: Script, emit: Emit): void {
  const statics = staticsOf(node);
  const schema = resolved(statics.get("jsonSchema"), script);
  const name = nameOfClass(node);
  if (!name || !statics.has("tableName") || schema?.type !== "ObjectExpression") return;
  const table = knownText(statics.get("tableName"), script);
  const relations = readRelations(statics.get("relationMappings"), script);
  const { fields, bases } = toFields(readJsonSchema(new EstreeTree(schema, script)));
  const comment = classComment(node, script);
  emit.owner({
    source: "objection",
    name,
    kind: "store",
    at: (node.id ?? node).range,
    fields: [...fields.map((field) => withReference(field, relations.keys)), ...relations.fields],
    bases: [...classBases(node), ...bases],
    ...(table && { table }),
    ...(comment && { comment }),
  });
}

/** `static jsonSchema = …`, `static get jsonSchema() { return … }`, `static relationMappings() { … }`. */
function staticsOf(node: ClassNode): ReadonlyMap<string, TSESTree.Node> {
  const statics = new Map<string, TSESTree.Node>();
  for (const member of node.body.body) {
    if ((member.type !== "PropertyDefinition" && member.type !== "MethodDefinition") || !member.static) continue;
    const name = keyName(member);
    const value = member.value && objectGiven(member.value as TSESTree.Node);
    if (name !== null && value) statics.set(name, value);
  }
  return statics;
}

interface Relations {
  readonly fields: FieldDraft[];
  /** Column → record its key points at. */
  readonly keys: Map<string, string>;
}

/** `owner: { relation: Model.BelongsToOneRelation, modelClass: User, join: { from: "pets.ownerId", to: "users.id" } }`. */
function readRelations(node: TSESTree.Node | undefined, script: Script): Relations {
  const relations: Relations = { fields: [], keys: new Map() };
  for (const { name, key, value } of propertiesOf(resolved(objectGiven(node), script)).members) {
    const options = membersOf(value);
    const relation = options.get("relation");
    const kind =
      relation?.type === "MemberExpression" && relation.property.type === "Identifier" ? relation.property.name : "";
    const target = namedRecord(options.get("modelClass"))?.name;
    relations.fields.push({
      name,
      at: key.range,
      type: "relation",
      ...(/Many/.test(kind) && { list: true }),
      ...(target && { target }),
    });
    const from = knownText(membersOf(options.get("join")).get("from"), script);
    if (/^BelongsTo/.test(kind) && from && target) relations.keys.set(from.split(".").at(-1)!, target);
  }
  return relations;
}

function withReference(field: FieldDraft, keys: ReadonlyMap<string, string>): FieldDraft {
  const references = keys.get(field.name);
  return references ? { ...field, hints: { ...field.hints, references } } : field;
}
