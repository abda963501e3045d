import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Emit, FieldDraft } from "../collector.js";
import { commentBefore, keyName, typeName, valueTypeOf, type Script } from "../estree/index.js";

type Members = readonly TSESTree.TypeElement[];

/** Types that say how a column is written and read; they stand nowhere but in tables. */
const COLUMN_TYPE = /^(?:Generated|GeneratedAlways|ColumnType|JSONColumnType)$/;

interface Declared {
  readonly name: string;
  readonly at: readonly [number, number];
  readonly members: Members;
  readonly node: TSESTree.Node;
}

/** Interfaces that Kysely takes for tables: named in the type of the database, or made of its column types. */
export class KyselyTables {
  readonly #script: Script;
  readonly #declared = new Map<string, Declared>();
  readonly #databases = new Set<string>();

  constructor(script: Script) {
    this.#script = script;
  }

  declare(name: TSESTree.Identifier, members: Members, node: TSESTree.Node): void {
    this.#declared.set(name.name, { name: name.name, at: name.range, members, node });
  }

  /** `Kysely<Database>`, `Transaction<DB>`. */
  database(node: TSESTree.TSTypeParameterInstantiation | undefined): void {
    const [argument] = node?.params ?? [];
    if (argument?.type === "TSTypeReference") this.#databases.add(typeName(argument.typeName));
  }

  emit(emit: Emit): void {
    const tables = this.#tables();
    for (const declared of this.#declared.values()) {
      const table = tables.get(declared.name);
      const isDatabase = this.#databases.has(declared.name);
      if (table === undefined && (isDatabase || !declared.members.some((member) => this.#hasColumnType(member))))
        continue;
      const comment = commentBefore(this.#script, declared.node.range[0]);
      emit.owner({
        source: "kysely",
        name: declared.name,
        kind: "store",
        at: declared.at,
        fields: declared.members.flatMap((member) => this.#field(member)),
        ...(table && { table }),
        ...(comment && { comment }),
      });
    }
  }

  /** Names of interfaces, by the names of the tables they describe. */
  #tables(): Map<string, string> {
    const tables = new Map<string, string>();
    for (const database of this.#databases) {
      for (const member of this.#declared.get(database)?.members ?? []) {
        if (member.type !== "TSPropertySignature") continue;
        const type = member.typeAnnotation?.typeAnnotation;
        const table = keyName(member);
        if (table !== null && type?.type === "TSTypeReference") tables.set(typeName(type.typeName), table);
      }
    }
    return tables;
  }

  #hasColumnType(member: TSESTree.TypeElement): boolean {
    const type = member.type === "TSPropertySignature" ? member.typeAnnotation?.typeAnnotation : null;
    return type?.type === "TSTypeReference" && this.#isColumnType(type);
  }

  #isColumnType({ typeName: written }: TSESTree.TSTypeReference): boolean {
    if (written.type !== "Identifier") return false;
    const imported = this.#script.imports.get(written.name);
    // Generators write the type into the file itself.
    return COLUMN_TYPE.test(imported?.imported ?? written.name) && (imported?.module ?? "kysely") === "kysely";
  }

  #field(member: TSESTree.TypeElement): FieldDraft[] {
    if (member.type !== "TSPropertySignature") return [];
    const name = keyName(member);
    const written = member.typeAnnotation?.typeAnnotation;
    if (name === null) return [];
    const wrapped = written?.type === "TSTypeReference" && this.#isColumnType(written);
    const isJson = wrapped && typeName(written.typeName) === "JSONColumnType";
    const read = valueTypeOf(wrapped ? written.typeArguments?.params[0] : written);
    const comment = commentBefore(this.#script, member.range[0]);
    const hints = { ...(comment && { comment }), ...(read.options && { options: read.options }) };
    return [
      {
        name,
        at: member.key.range,
        type: isJson ? "json" : read.type === "relation" ? "unknown" : read.type,
        ...(read.list && { list: true }),
        ...(read.target && { target: read.target }),
        ...(Object.keys(hints).length > 0 && { hints }),
      },
    ];
  }
}
