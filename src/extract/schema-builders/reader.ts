import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, commentBefore, propertiesOf, stringValue, type Script } from "../estree/index.js";
import type { Arguments, Dialect, Link } from "./dialect.js";
import { elements, meaningOf, returned, unwrap } from "./expressions.js";
import { described, said, withValidator } from "./describe.js";
import { keysOf, optionsOf } from "./literals.js";
import { isRecord, joinShapes, narrow, reference, UNKNOWN, type Member, type Shape } from "./shape.js";

const MAX_DEPTH = 40;

interface Chain {
  readonly root: { readonly name: string; readonly args: Arguments } | null;
  /** What the chain hangs on, when that is no builder. */
  readonly base: TSESTree.Node;
  readonly links: readonly { readonly name: string; readonly args: Arguments }[];
}

/** Reads the schema expressions of one dialect in one script. */
export class SchemaReader {
  readonly script: Script;
  readonly dialect: Dialect;
  /** Calls already read as part of an outer schema. */
  seen = new Set<TSESTree.Node>();
  readonly #named = new Map<TSESTree.Node, Shape>();
  readonly #schemas = new Map<TSESTree.Node, boolean>();
  #depth = 0;

  constructor(script: Script, dialect: Dialect) {
    this.script = script;
    this.dialect = dialect;
  }

  /** The shape of an expression that plainly belongs to the dialect; null for anything else. */
  certain(node: TSESTree.Node): Shape | null {
    const plain = unwrap(node);
    if (plain.type !== "CallExpression" && plain.type !== "MemberExpression") return null;
    const chain = this.#unwind(plain);
    if (chain.root) return this.#readChain(chain, plain);
    if (chain.links.length === 0) return null;
    return this.#isDerived(chain) ? this.#readChain(chain, plain) : null;
  }

  /** As `certain`, but what was read can still become an owner of its own. */
  peek(node: TSESTree.Node): Shape | null {
    const { seen } = this;
    this.seen = new Set();
    const shape = this.certain(node);
    this.seen = seen;
    return shape;
  }

  /** The shape of whatever stands where the dialect expects a schema. */
  read(node: TSESTree.Node | null | undefined): Shape {
    if (!node || this.#depth > MAX_DEPTH) return UNKNOWN;
    this.#depth++;
    try {
      return this.#read(unwrap(node)) ?? UNKNOWN;
    } finally {
      this.#depth--;
    }
  }

  /** Members of an object literal in which each value is a schema. */
  members(node: TSESTree.Node | null | undefined): Shape {
    const plain = node ? unwrap(node) : null;
    if (plain?.type === "ObjectExpression") {
      const { members, spreads } = propertiesOf(plain);
      const own: Shape = {
        type: "object",
        members: members.map(({ name, key, value }): Member => {
          const comment = commentBefore(this.script, key.range[0]);
          return {
            name: this.dialect.memberName?.(name) ?? name,
            at: key.range,
            shape: this.read(value),
            ...(comment && { comment }),
          };
        }),
      };
      this.seen.add(plain);
      return spreads.length === 0 ? own : joinShapes([own, ...spreads.map((spread) => this.members(spread))]);
    }
    if (!plain) return { type: "object", members: [] };
    if (plain.type === "ConditionalExpression")
      return joinShapes([this.members(plain.consequent), this.members(plain.alternate)]);
    if (plain.type === "LogicalExpression") return this.members(plain.right);
    if (plain.type === "ArrowFunctionExpression") return this.members(returned(plain));
    const path = calleePath(plain);
    if (path && !path.includes("()")) return reference(this.#schemaPath(path).join("."), plain.range);
    return this.read(plain);
  }

  /** `User` for `User.shape`: the record is the same. */
  #schemaPath(path: readonly string[]): readonly string[] {
    const last = path.at(-1)!;
    return path.length > 1 && this.dialect.memberProperties?.includes(last) ? path.slice(0, -1) : path;
  }

  #read(node: TSESTree.Node): Shape | null {
    switch (node.type) {
      case "Identifier":
        return this.#byName(node);
      case "CallExpression":
        return this.#readCall(node);
      case "MemberExpression":
        return this.#readMember(node);
      case "ArrowFunctionExpression":
      case "FunctionExpression":
        return this.read(returned(node));
      case "ConditionalExpression":
        return joinShapes([this.read(node.consequent), this.read(node.alternate)]);
      case "ObjectExpression":
        return this.dialect.literalObjects ? this.members(node) : null;
      default: {
        const text = stringValue(node);
        return text !== null && this.dialect.text ? this.dialect.text(text) : null;
      }
    }
  }

  #readMember(node: TSESTree.MemberExpression): Shape | null {
    const chain = this.#unwind(node);
    if (chain.root) return this.#readChain(chain, node);
    const path = calleePath(node);
    if (!path || path.includes("()")) return null;
    const owner = path.findIndex((part) => this.dialect.memberProperties?.includes(part));
    // `User.shape.email` is a member of a schema, not a schema of its own.
    if (owner > 0 && owner < path.length - 1) return UNKNOWN;
    return reference(this.#schemaPath(path).join("."), node.range);
  }

  #readCall(node: TSESTree.CallExpression): Shape | null {
    const chain = this.#unwind(node);
    if (chain.root || chain.links.length > 0) return this.#readChain(chain, node);
    if (node.callee.type !== "Identifier") return null;
    const helper = meaningOf(node.callee, this.script);
    // A helper of the same file that returns a schema: `const email = () => z.string().email()`.
    if (!helper || !/^(?:ArrowFunction|Function)/.test(helper.type)) return null;
    const value = returned(helper);
    return value ? this.#aside(value) : null;
  }

  /** A name: a value schema of this file is read through it, a record is referred to. */
  #byName(node: TSESTree.Identifier): Shape | null {
    const { name } = node;
    const builder = this.#builderName(node);
    if (builder !== null) return this.#build(builder, []);
    const definition = meaningOf(node, this.script);
    if (!definition) return this.script.imports.has(name) ? reference(name, node.range) : UNKNOWN;
    if (definition.type === "ClassDeclaration") return reference(name, node.range, "relation");
    if (/Declaration$/.test(definition.type)) return UNKNOWN;
    const shape = this.#aside(definition);
    if (!isRecord(shape)) return shape;
    return { ...reference(name, node.range, "relation"), ...(shape.list && { list: true }) };
  }

  /** Reads a definition that stands elsewhere and is reported there. */
  #aside(node: TSESTree.Node): Shape {
    const known = this.#named.get(node);
    if (known) return known;
    // What refers to itself is cut short here.
    this.#named.set(node, UNKNOWN);
    const { seen } = this;
    this.seen = new Set();
    const shape = this.read(node);
    this.seen = seen;
    this.#named.set(node, shape);
    return shape;
  }

  #unwind(node: TSESTree.Node): Chain {
    const links: { name: string; args: Arguments }[] = [];
    let current = unwrap(node);
    for (;;) {
      if (current.type === "CallExpression") {
        const name = this.#builderName(current.callee);
        if (name !== null) return { root: { name, args: current.arguments }, base: current, links };
        if (current.callee.type !== "MemberExpression" || current.callee.computed) break;
        links.unshift({ name: (current.callee.property as TSESTree.Identifier).name, args: current.arguments });
        this.seen.add(current);
        current = unwrap(current.callee.object);
      } else {
        const name = this.#builderName(current);
        if (name !== null) return { root: { name, args: [] }, base: current, links };
        break;
      }
    }
    return { root: null, base: current, links };
  }

  /** `string` for `z.string`, `iso.date` for `z.iso.date`, `object` for a named import `object as obj`; null for what is no builder. */
  #builderName(node: TSESTree.Node): string | null {
    if (node.type !== "Identifier" && node.type !== "MemberExpression") return null;
    const path = calleePath(node);
    if (!path || path.includes("()")) return null;
    const { imports } = this.script;
    const { modules, namespaces, wellKnown = [], builders } = this.dialect;
    const [head = "", ...rest] = path;
    const binding = imports.get(head);
    const own = binding !== undefined && modules.test(binding.module);
    const isNamespace = own
      ? binding.imported === "*" || binding.imported === "default" || namespaces.includes(binding.imported)
      : wellKnown.includes(head);
    const name = isNamespace ? rest.join(".") : own ? [binding.imported, ...rest].join(".") : "";
    return Object.hasOwn(builders, name) ? name : null;
  }

  #readChain({ root, base, links }: Chain, node: TSESTree.Node): Shape {
    this.seen.add(node).add(base);
    let shape = root ? this.#build(root.name, root.args) : this.read(base);
    for (const { name, args } of links) shape = this.#apply(shape, name, args);
    return shape;
  }

  #build(name: string, args: Arguments): Shape {
    const builder = this.dialect.builders[name]!;
    switch (builder.makes) {
      case "value": {
        const { type, validators } = builder;
        return args.reduce<Shape>(described, { type, ...(validators && { validators }) });
      }
      case "object":
        return args.slice((builder.from ?? 0) + 1).reduce(described, this.members(args[builder.from ?? 0]));
      case "list":
        return { ...this.read(args[builder.of ?? 0]), list: true };
      case "same":
        return this.read(args[builder.as ?? 0]);
      case "join":
        return joinShapes(this.#readAll(builder.from === "arguments" ? args : elements(args[builder.from])));
      case "narrowed":
        return narrow(this.read(args[0]), { [builder.by]: keysOf(args[1], this.script) });
      case "pipe":
        return args.slice(1).reduce<Shape>(this.#acted, this.read(args[0]));
      case "enum":
        return {
          type: "enum",
          options: optionsOf(builder.from === "arguments" ? args : [args[builder.from ?? 0]], this.script),
        };
      case "record": {
        const inner = this.read(builder.of === "last" ? args.at(-1) : args[builder.of]);
        return isRecord(inner) ? { ...inner, list: true } : { type: "json" };
      }
      case "table": {
        const path = args[0] ? calleePath(args[0]) : null;
        return path ? { type: "object", bases: [{ name: path.join("."), at: args[0]!.range }] } : UNKNOWN;
      }
      case "special":
        return builder.read(args, this) ?? UNKNOWN;
    }
  }

  #apply(shape: Shape, name: string, args: Arguments): Shape {
    const link: Link | undefined = Object.hasOwn(this.dialect.links, name) ? this.dialect.links[name] : undefined;
    switch (link) {
      case "extend":
        return joinShapes([this.members(args[0]), shape]);
      case "join":
        return joinShapes([shape, ...this.#readAll(args)]);
      case "pick":
      case "omit":
        return narrow(shape, { [link]: keysOf(args[0], this.script, args) });
      case "list":
        return { ...shape, list: true };
      case "items":
        return { ...joinShapes(this.#readAll(args)), list: true };
      case "member":
        return this.#withMember(shape, args);
      case "comment":
      case "label":
      case "format":
        return said(shape, link, args[0]);
      case "describe":
        return args.reduce(described, shape);
      case "actions":
        return args.reduce(this.#acted, shape);
      case "enum":
        // A message may follow the list.
        return { ...shape, options: optionsOf(args[0]?.type === "ArrayExpression" ? [args[0]] : args, this.script) };
      default:
        return this.dialect.validators.has(name) ? withValidator(shape, name) : shape;
    }
  }

  #withMember(shape: Shape, [key, schema]: Arguments): Shape {
    const name = stringValue(key);
    if (!key || name === null) return shape;
    return joinShapes([shape, { type: "object", members: [{ name, at: key.range, shape: this.read(schema) }] }]);
  }

  /** `email()`, `check(…)`, `description("…")` handed to a schema. */
  readonly #acted = (shape: Shape, action: TSESTree.Node): Shape => {
    const call = unwrap(action);
    const callee = call.type === "CallExpression" ? call.callee : call;
    const path = calleePath(callee);
    if (!path) return shape;
    this.seen.add(call);
    const binding = path.length === 1 ? this.script.imports.get(path[0]!) : undefined;
    return this.#apply(shape, binding?.imported ?? path.at(-1)!, call.type === "CallExpression" ? call.arguments : []);
  };

  #readAll(nodes: readonly TSESTree.Node[]): Shape[] {
    return nodes.map((node) => this.read(node.type === "SpreadElement" ? node.argument : node));
  }

  /** Whether a chain on a name works on a schema of this dialect: the name is one here, or what it is given is. */
  #isDerived({ base, links }: Chain): boolean {
    if (links.some(({ name }) => this.dialect.uses.has(name))) return false;
    if (base.type === "Identifier") {
      const definition = meaningOf(base, this.script);
      if (definition) return this.#isSchema(definition);
    }
    const path = calleePath(base);
    const isCall = base.type === "CallExpression";
    // A parameter or a local that is no schema stays out; a member of some object, or what a module gives, may be one.
    if (!isCall && (!path || path.includes("()") || (path.length === 1 && !this.script.imports.has(path[0]!))))
      return false;
    return links.some(({ name, args }) => this.#takesSchema(name, args[0], isCall));
  }

  #isSchema(definition: TSESTree.Node): boolean {
    const known = this.#schemas.get(definition);
    if (known !== undefined) return known;
    this.#schemas.set(definition, false);
    const found = this.peek(definition) !== null;
    this.#schemas.set(definition, found);
    return found;
  }

  #takesSchema(name: string, argument: TSESTree.Node | undefined, onlyExtended: boolean): boolean {
    const link = Object.hasOwn(this.dialect.links, name) ? this.dialect.links[name] : undefined;
    if (link !== "extend" && link !== "pick" && link !== "omit") return false;
    if (argument?.type !== "ObjectExpression") return false;
    const { members } = propertiesOf(argument);
    if (link !== "extend")
      return (
        !onlyExtended &&
        members.length > 0 &&
        members.every(({ value }) => value.type === "Literal" && value.value === true)
      );
    return members.some(({ value }) => this.#isSchema(value));
  }
}
