import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { ValueType } from "../../model/index.js";
import type { FieldDraft } from "../collector.js";
import {
  calleePath,
  commentBefore,
  defineEstreeCollector,
  importOf,
  propertiesOf,
  stringValue,
  type ObjectMember,
  type Script,
} from "../estree/index.js";
import { ownerNameOf } from "../naming/index.js";
import { membersOf, optionsIn, resolved } from "../stores/members.js";

const TYPES: ReadonlyMap<string, ValueType> = new Map([
  ["string", "string"],
  ["number", "number"],
  ["boolean", "boolean"],
  ["any", "json"],
  ["map", "object"],
  ["list", "json"],
  ["set", "json"],
  ["static", "string"],
]);
const DEEPEST = 10;

export default defineEstreeCollector({
  id: "electrodb",
  recognises: "entities that ElectroDB keeps in DynamoDB",
  trigger: /electrodb/,
  visit: (script, emit) => {
    const seen = new Set<TSESTree.Node>();
    const collect = (given: TSESTree.Node | undefined, by: TSESTree.Node): void => {
      const definition = resolved(given, script);
      const options = membersOf(definition);
      const attributes = resolved(options.get("attributes"), script);
      // One definition may serve several entities of the file.
      if (!definition || !attributes || !options.has("model") || seen.has(definition)) return;
      seen.add(definition);
      const read = attributesIn(attributes, script, "", 0);
      if (read.length === 0) return;
      const own = ownerNameOf(by, script);
      const model = membersOf(resolved(options.get("model"), script));
      const named = model.get("entity");
      const name = stringValue(named) ?? own.name;
      const binding = own.binding ?? own.name;
      emit.owner({
        source: "electrodb",
        name,
        kind: "store",
        at: (named ?? definition).range,
        fields: read,
        ...(binding !== name && { binding }),
      });
    };
    return {
      NewExpression(node) {
        const imported = importOf(node.callee, script.imports);
        if (imported?.module === "electrodb" && imported.imported === "Entity") collect(node.arguments[0], node);
      },
      CallExpression(node) {
        const imported = importOf(node.callee, script.imports);
        if (imported?.module === "electrodb" && imported.imported === "createSchema") collect(node.arguments[0], node);
      },
    };
  },
});

/** Attributes by name, those of maps and of lists of maps under them. */
function attributesIn(node: TSESTree.Node | null, script: Script, under: string, depth: number): FieldDraft[] {
  if (!node || depth > DEEPEST) return [];
  const { members, spreads } = propertiesOf(node);
  return [
    ...spreads.flatMap((spread) => {
      const known = resolved(spread, script);
      return known?.type === "ObjectExpression" ? attributesIn(known, script, under, depth + 1) : [];
    }),
    ...members.flatMap((member) => readAttribute(member, script, under, depth)),
  ];
}

function readAttribute({ name, key, value }: ObjectMember, script: Script, under: string, depth: number): FieldDraft[] {
  const options = membersOf(resolved(value, script));
  const written = options.get("type");
  if (!written) return [];
  const text = stringValue(written);
  const choices = optionsIn(written, script);
  const items = membersOf(resolved(options.get("items"), script));
  const isList = text === "list" || text === "set";
  const itemType = stringValue(items.get("type")) ?? stringValue(options.get("items"));
  const storedAs = stringValue(options.get("field"));
  const label = stringValue(options.get("label"));
  const comment = commentBefore(script, key.range[0]);
  const hints = {
    ...(storedAs && storedAs !== name && { storedAs }),
    ...(label && { label }),
    ...(comment && { comment }),
    ...(choices.length > 0 && { options: choices }),
  };
  const inner = resolved(options.get("properties") ?? items.get("properties"), script);
  const told = isList ? TYPES.get(itemType ?? "") : TYPES.get(text ?? "");
  return [
    {
      name: under + name,
      at: key.range,
      type: choices.length > 0 ? "enum" : (told ?? (isCustom(written) ? "json" : "unknown")),
      ...(isList && { list: true }),
      ...(Object.keys(hints).length > 0 && { hints }),
    },
    ...attributesIn(inner, script, `${under}${name}.`, depth + 1),
  ];
}

/** `CustomAttributeType<Settings>("any")`. */
function isCustom(node: TSESTree.Node): boolean {
  return node.type === "CallExpression" && calleePath(node.callee)?.at(-1) === "CustomAttributeType";
}
