import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { BaseDraft, Emit, FieldDraft, OwnerDraft } from "../collector.js";
import { calleePath, stringValue, type Script } from "../estree/index.js";
import { ownerNameOf } from "../naming/index.js";
import { membersOf, namedRecord, resolved } from "../stores/members.js";
import { nameOfClass } from "../stores/decorated-class.js";
import { readAttributes } from "./attributes.js";

type Model = { name: string; binding: string; fields: FieldDraft[] } & Omit<OwnerDraft, "name" | "binding" | "fields">;

/** Models of one file, put together from their definitions and the associations stated apart from them. */
export class SequelizeModels {
  readonly #script: Script;
  readonly #models: Model[] = [];
  readonly #keys: { readonly owner: string; readonly field: FieldDraft; readonly at: readonly [number, number] }[] = [];

  constructor(script: Script) {
    this.#script = script;
  }

  readCall(node: TSESTree.CallExpression): void {
    if (node.callee.type !== "MemberExpression" || node.callee.property.type !== "Identifier") return;
    switch (node.callee.property.name) {
      case "define":
        return this.#define(node);
      case "init":
        return this.#init(node, node.callee.object);
      case "belongsTo":
        return this.#belongsTo(node, node.callee.object);
    }
  }

  emit(emit: Emit): void {
    for (const { owner, field, at } of this.#keys) {
      const model = this.#models.find(({ name, binding }) => binding === owner || name === owner);
      if (!model)
        this.#models.push({ source: "sequelize", kind: "store", name: owner, binding: owner, at, fields: [field] });
      else addKey(model.fields, field);
    }
    for (const { binding, ...model } of this.#models)
      emit.owner({ ...model, ...(binding !== model.name && { binding }) });
  }

  /** `sequelize.define("user", { … }, { tableName })`. */
  #define(node: TSESTree.CallExpression): void {
    const [name, attributes, options] = node.arguments;
    const given = stringValue(name);
    if (given === null || !attributes) return;
    const read = readAttributes(attributes, this.#script);
    if (read.recognised === 0) return;
    const { name: own, binding } = ownerNameOf(node, this.#script);
    this.#add(given, binding ?? (/\W/.test(own) ? given : own), name!.range, read, options);
  }

  /** `User.init({ … }, { sequelize })`, and `super.init` or `this.init` within the class. */
  #init(node: TSESTree.CallExpression, callee: TSESTree.Node): void {
    const [attributes, options] = node.arguments;
    if (!attributes) return;
    const read = readAttributes(attributes, this.#script);
    const connected = membersOf(resolved(options, this.#script)).has("sequelize");
    if (read.recognised === 0 && !(connected && read.fields.length > 0)) return;
    const name =
      callee.type === "Super" || callee.type === "ThisExpression" ? classAround(node) : calleePath(callee)?.join(".");
    if (name) this.#add(name, name, callee.range, read, options);
  }

  #add(
    name: string,
    binding: string,
    at: readonly [number, number],
    { fields, bases }: { readonly fields: readonly FieldDraft[]; readonly bases: readonly BaseDraft[] },
    options: TSESTree.Node | undefined,
  ): void {
    const given = membersOf(resolved(options, this.#script));
    const table = stringValue(given.get("tableName"));
    const comment = stringValue(given.get("comment"));
    this.#models.push({
      source: "sequelize",
      kind: "store",
      name,
      binding,
      at,
      fields: [...fields],
      bases,
      ...(table && { table }),
      ...(comment && { comment }),
    });
  }

  /** `Post.belongsTo(User, { foreignKey: "userId", as: "author" })` gives posts a column that holds the key of a user. */
  #belongsTo(node: TSESTree.CallExpression, callee: TSESTree.Node): void {
    const [target, options] = node.arguments;
    const owner = callee.type === "ThisExpression" ? classAround(node) : lastName(calleePath(callee));
    const record = namedRecord(target);
    if (!owner || !record || !target || target.type === "ArrowFunctionExpression") return;
    const references = record.name.split(".").at(-1)!;
    const given = membersOf(options);
    const key = given.get("foreignKey");
    const keyName = key?.type === "ObjectExpression" ? membersOf(key).get("name") : key;
    const alias = stringValue(given.get("as"));
    const name = stringValue(keyName) ?? `${alias ?? lowerFirst(references)}Id`;
    const at = (stringValue(keyName) === null ? target : keyName!).range;
    this.#keys.push({ owner, at: callee.range, field: { name, at, type: "unknown", hints: { references } } });
  }
}

/** `models.User` and `db.User` name the model `User`. */
function lastName(path: readonly string[] | null | undefined): string | undefined {
  return path?.includes("()") ? undefined : path?.at(-1);
}

function addKey(fields: FieldDraft[], key: FieldDraft): void {
  const at = fields.findIndex(({ name, hints }) => name === key.name || hints?.storedAs === key.name);
  if (at < 0) fields.push(key);
  else fields[at] = { ...fields[at]!, hints: { ...key.hints, ...fields[at]!.hints } };
}

function classAround(node: TSESTree.Node): string | null {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === "ClassDeclaration" || at.type === "ClassExpression") return nameOfClass(at);
  }
  return null;
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
