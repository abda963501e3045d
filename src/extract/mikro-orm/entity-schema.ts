import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { findCall, type Chain } from "../chains/chain.js";
import { chainFields, objectGiven, type ChainValue } from "../chains/fields.js";
import type { BaseDraft, Emit, FieldDraft } from "../collector.js";
import { commentBefore, propertiesOf, stringValue, type Script } from "../estree/index.js";
import { ownerNameOf } from "../naming/index.js";
import { columnType } from "../sql/column-type.js";
import { membersOf, namedRecord, optionsIn, resolved } from "../stores/members.js";
import { relationProperty, scalarProperty } from "./properties.js";

/** `new EntitySchema({ name, properties: { … } })` and `defineEntity({ name, properties: { … } })`. */
export function readEntitySchema(
  node: TSESTree.NewExpression | TSESTree.CallExpression,
  script: Script,
  emit: Emit,
): void {
  const options = membersOf(resolved(node.arguments[0], script));
  const given = resolved(objectGiven(options.get("properties")), script);
  if (given?.type !== "ObjectExpression") return;
  const built = chainFields(given, script, builtProperty);
  const written = writtenProperties(given, script);
  const fields = [...written.fields, ...built.fields].sort((a, b) => a.at[0] - b.at[0]);
  const own = ownerNameOf(node, script);
  const name = stringValue(options.get("name")) ?? namedRecord(options.get("class"))?.name ?? own.name;
  const table = stringValue(options.get("tableName") ?? options.get("collection"));
  const parent = options.get("extends");
  const base = namedRecord(parent);
  const isAbstract = options.get("abstract");
  emit.owner({
    source: "mikro-orm",
    name,
    kind: "store",
    at: node.range,
    fields,
    bases: [...(base ? [{ name: base.name, at: parent!.range }] : []), ...written.bases, ...built.bases],
    ...(name !== (own.binding ?? own.name) && { binding: own.binding ?? own.name }),
    ...(table && { table }),
    ...(isAbstract?.type === "Literal" && isAbstract.value === true && { abstract: true }),
  });
}

/** `email: { type: "string", unique: true }`, `books: { kind: "1:m", entity: () => Book }`. */
function writtenProperties(node: TSESTree.Node, script: Script): { fields: FieldDraft[]; bases: BaseDraft[] } {
  const bases: BaseDraft[] = [];
  const fields = propertiesOf(node).members.flatMap(({ name, key, value }): FieldDraft[] => {
    const literal = resolved(value, script);
    if (literal?.type !== "ObjectExpression") return [];
    const options = membersOf(literal);
    const comment = commentBefore(script, key.range[0]);
    const kind = stringValue(options.get("kind") ?? options.get("reference"));
    const read =
      kind && kind !== "embedded" && kind !== "scalar"
        ? relationProperty(kind, literal, options, null)
        : scalarProperty(options, null, script);
    const embedded = kind === "embedded" ? namedRecord(options.get("entity"))?.name : undefined;
    if (embedded) bases.push({ name: embedded, at: value.range, under: `${name}.` });
    const hints = { ...(comment && { comment }), ...read.hints };
    return [
      {
        ...read,
        ...(embedded && { type: "object", target: embedded }),
        name,
        at: key.range,
        ...(Object.keys(hints).length > 0 && { hints }),
      },
    ];
  });
  return { fields, bases };
}

/** `p.string().unique()`, `p.manyToOne(User)`, `p.embedded(Address)`. */
function builtProperty(chain: Chain, script: Script, name: string): ChainValue | null {
  const [first] = chain.calls;
  if (chain.root.length === 0 || !first) return null;
  const argument = first.arguments[0];
  const storedAs = stringValue(findCall(chain, "fieldName", "name", "joinColumn")?.arguments[0]);
  const comment = stringValue(findCall(chain, "comment")?.arguments[0]);
  const options = first.name === "enum" ? optionsIn(objectGiven(argument), script) : [];
  const shared = {
    ...(storedAs && storedAs !== name && { storedAs }),
    ...(comment && { comment }),
    ...(findCall(chain, "primary") && { primaryKey: true }),
    ...(findCall(chain, "unique") && { unique: true }),
  };
  const record = /^(?:manyToOne|oneToMany|oneToOne|manyToMany|embedded)$/.test(first.name)
    ? namedRecord(argument)
    : null;
  if (record) {
    const embedded = first.name === "embedded";
    return {
      type: embedded ? "object" : "relation",
      ...(/ToMany$/.test(first.name) && { list: true }),
      target: record.name,
      hints: shared,
      ...(embedded && { bases: [{ name: record.name, at: argument!.range }] }),
    };
  }
  const { type, validators } = columnType(first.name);
  const list = findCall(chain, "array");
  return {
    type: options.length > 0 || first.name === "enum" ? "enum" : type,
    ...(list && { list: true }),
    hints: { ...shared, ...(validators && { validators }), ...(options.length > 0 && { options }) },
  };
}
