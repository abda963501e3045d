import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { BaseDraft, Emit } from "../collector.js";
import { calleePath, definitionOf, importOf, knownText, stringValue, type Script } from "../estree/index.js";
import { ownerNameOf } from "../naming/index.js";
import { membersOf, resolved } from "../stores/members.js";
import { readDefinition, type ReadPaths } from "./paths.js";

interface Schema extends ReadPaths {
  /** Name of the model it serves, once known. */
  model: string | null;
  table: string | null;
  readonly name: string;
  readonly binding: string | null;
  readonly at: readonly [number, number];
}

/** Schemas of one file with the models made of them. */
export class MongooseSchemas {
  readonly #script: Script;
  readonly #schemas: Schema[] = [];
  readonly #seen = new Set<TSESTree.Node>();

  constructor(script: Script) {
    this.#script = script;
  }

  /** `new Schema({ … }, { collection })`. */
  readNew(node: TSESTree.NewExpression): void {
    if (this.#seen.has(node) || !this.#isSchema(node.callee)) return;
    const [definition, options] = node.arguments;
    if (resolved(definition, this.#script)?.type !== "ObjectExpression") return;
    const { name, binding } = ownerNameOf(node, this.#script);
    this.#add(node, definition, name, binding ?? name, options);
  }

  readCall(node: TSESTree.CallExpression): void {
    const method = calleePath(node.callee)?.at(-1);
    if (method === "model") this.#model(node);
    else if (method === "discriminator") this.#discriminator(node);
    else if (method === "add") this.#extend(node);
  }

  emit(emit: Emit): void {
    for (const { name, model, binding, table, at, fields, bases } of this.#schemas) {
      const shown = model ?? name;
      emit.owner({
        source: "mongoose",
        name: shown,
        kind: "store",
        at,
        fields,
        bases,
        ...(binding && binding !== shown && { binding }),
        ...(table && { table }),
      });
    }
  }

  #isSchema(callee: TSESTree.Node): boolean {
    const imported = importOf(callee, this.#script.imports);
    if (imported) return imported.imported === "Schema" && /(?:^|\/)(?:mongoose|dynamoose)/.test(imported.module);
    const path = calleePath(callee);
    if (path?.at(-1) !== "Schema") return false;
    // A class of another package that has the same name.
    const head = this.#script.imports.get(path[0]!);
    return !head || path.length > 1 || /mongoose|dynamoose/.test(head.module);
  }

  #add(
    node: TSESTree.Node,
    definition: TSESTree.Node | undefined,
    name: string,
    binding: string | null,
    options: TSESTree.Node | undefined,
  ): Schema {
    const read = readDefinition(definition, this.#script);
    for (const inline of read.inline) this.#seen.add(inline);
    const table = stringValue(membersOf(resolved(options, this.#script)).get("collection"));
    const schema: Schema = { ...read, name, binding, model: null, table, at: node.range };
    this.#seen.add(node);
    this.#schemas.push(schema);
    return schema;
  }

  /** `model("User", userSchema, "people")`, the schema named, or written in place. */
  #model(node: TSESTree.CallExpression): void {
    const [first, second, third] = node.arguments;
    const name = knownText(first, this.#script);
    if (name === null || !second) return;
    const schema = this.#schemaOf(second, name, bindingOf(node, this.#script));
    if (!schema) return;
    schema.model ??= name;
    schema.table ??= stringValue(third);
  }

  /** `Person.discriminator("Patient", patientSchema)`: what it adds to the fields of the base. */
  #discriminator(node: TSESTree.CallExpression): void {
    const [first, second] = node.arguments;
    const name = knownText(first, this.#script);
    const base = node.callee.type === "MemberExpression" ? calleePath(node.callee.object) : null;
    if (name === null || !second) return;
    const schema = this.#schemaOf(second, name, bindingOf(node, this.#script));
    if (!schema) return;
    schema.model ??= name;
    if (base && !base.includes("()")) schema.bases.push(baseOf(base, node.range));
  }

  #schemaOf(node: TSESTree.Node, name: string, binding: string | null): Schema | null {
    if (node.type === "Identifier") return this.#bound(node);
    if (node.type === "ObjectExpression") return this.#add(node, node, name, binding, undefined);
    if (node.type !== "NewExpression" || !this.#isSchema(node.callee)) return null;
    return this.#add(node, node.arguments[0], name, binding, node.arguments[1]);
  }

  /** `userSchema.add({ … })`. */
  #extend(node: TSESTree.CallExpression): void {
    if (node.callee.type !== "MemberExpression" || node.callee.object.type !== "Identifier") return;
    const schema = this.#bound(node.callee.object);
    if (!schema || node.arguments[0]?.type !== "ObjectExpression") return;
    const read = readDefinition(node.arguments[0], this.#script);
    schema.fields.push(...read.fields);
    schema.bases.push(...read.bases);
  }

  #bound(node: TSESTree.Identifier): Schema | null {
    const definition = definitionOf(node, this.#script);
    return (
      this.#schemas.find(({ at }) => definition?.init && contains(definition.init.range, at)) ??
      this.#schemas.find(({ binding }) => binding === node.name) ??
      null
    );
  }
}

function baseOf(path: readonly string[], at: readonly [number, number]): BaseDraft {
  return { name: path.join("."), at };
}

function contains([start, end]: readonly [number, number], at: readonly [number, number]): boolean {
  return start <= at[0] && at[1] <= end;
}

/** The name a model is kept under, when it differs from the model's own. */
function bindingOf(node: TSESTree.Node, script: Script): string | null {
  const { name, binding } = ownerNameOf(node, script);
  return binding ?? name;
}
