import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { ValueType } from "../../model/index.js";
import type { SchemaReader } from "./reader.js";
import type { Shape } from "./shape.js";

/** What a builder call yields. Numbers are positions of arguments. */
export type Builder =
  /** A plain value. An object among its arguments may describe it. */
  | { readonly makes: "value"; readonly type: ValueType; readonly validators?: readonly string[] }
  /** Named members, from an object literal or a reference. */
  | { readonly makes: "object"; readonly from?: number }
  | { readonly makes: "list"; readonly of?: number }
  /** The schema it is given, more or less strict. */
  | { readonly makes: "same"; readonly as?: number }
  /** Any of, or all of, the schemas of an array argument or of all arguments. */
  | { readonly makes: "join"; readonly from: "arguments" | number }
  | { readonly makes: "narrowed"; readonly by: "pick" | "omit" }
  /** A schema and what is checked or said of it. */
  | { readonly makes: "pipe" }
  | { readonly makes: "enum"; readonly from?: number | "arguments" }
  /** Free keys; `of` is the schema under each. */
  | { readonly makes: "record"; readonly of: "last" | number }
  /** All columns of a table, by its name. */
  | { readonly makes: "table" }
  | { readonly makes: "special"; readonly read: (args: Arguments, reader: SchemaReader) => Shape | null };

export type Arguments = readonly TSESTree.CallExpressionArgument[];

/** What a call chained to a schema does to it. A call not named changes nothing that matters here. */
export type Link =
  | "extend"
  | "join"
  | "pick"
  | "omit"
  | "list"
  /** Becomes, or is, a list of what the argument says. */
  | "items"
  /** A name, and the schema of the member it adds. */
  | "member"
  /** Says what a value is: `"email"`, `S.FORMATS.EMAIL`. */
  | "format"
  | "comment"
  | "label"
  /** An object that describes: `.meta({ title, description })`. */
  | "describe"
  /** Arguments are checks and descriptions in form of calls. */
  | "actions"
  | "enum";

/** A library that declares shapes by calls. */
export interface Dialect {
  /** Source of its owners, and id of its collector. */
  readonly id: string;
  readonly modules: RegExp;
  /** Names exported by its modules under which all builders stand (`z`). */
  readonly namespaces: readonly string[];
  /** Local names taken for its namespace also where a module of the project passes it on. */
  readonly wellKnown?: readonly string[];
  readonly builders: Readonly<Record<string, Builder>>;
  readonly links: Readonly<Record<string, Link>>;
  /** Links and actions that say what a value is; written as hints in lower case. */
  readonly validators: ReadonlySet<string>;
  /** Links that use the schema: what they give is a value, no schema. */
  readonly uses: ReadonlySet<string>;
  /** Properties through which a schema's own members are reached: `User.shape`. */
  readonly memberProperties?: readonly string[];
  /** Object literals in the place of a schema are schemas themselves. */
  readonly literalObjects?: boolean;
  /** Schemas written as text. */
  readonly text?: (text: string) => Shape | null;
  /** Member name from a key that carries marks (`"age?"`). */
  readonly memberName?: (key: string) => string;
}
