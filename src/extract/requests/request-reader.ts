import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { BaseDraft, Emit, FieldDraft } from "../collector.js";
import { keyName, readTypeMembers, type Script } from "../estree/index.js";
import {
  enclosingFunction,
  fileBaseName,
  fileRoute,
  functionName,
  routeCall,
  type FunctionNode,
} from "../naming/index.js";
import { Follower, type Read } from "./follow.js";
import { isInputHeader } from "./headers.js";
import { namedReads } from "./named-reads.js";
import { decoratedParameters } from "./parameter-decorators.js";
import { isParsedUrl, parameterParts, partNamed, partOf, type Part } from "./parts.js";
import { requestObject } from "./request-objects.js";
import { assertedType, typedParts, type TypedPart } from "./typed-requests.js";

type Holder = FunctionNode | "file";

/** Gathers what the handlers of one file read from requests; each property once per handler, where it is first named. */
export class RequestReader {
  readonly #script: Script;
  readonly #reads: Read[] = [];
  readonly #declared = new Map<Holder, FieldDraft[]>();
  readonly #bases = new Map<Holder, BaseDraft[]>();
  /** Interfaces already emitted as what a request holds. */
  readonly #interfaces = new Set<TSESTree.Node>();
  readonly #follower: Follower;

  constructor(script: Script) {
    this.#script = script;
    this.#follower = new Follower(script, (read) => this.#reads.push(read));
  }

  expression(node: TSESTree.MemberExpression | TSESTree.CallExpression | TSESTree.NewExpression, emit: Emit): void {
    if (node.type === "CallExpression") {
      this.#reads.push(...namedReads(node, this.#script));
      this.#handedOn(node);
    }
    const part = partOf(node, this.#script);
    if (!part) return;
    if (part.kind === "file") this.#file(node, part);
    else this.#follower.expression(node, part);
    const typed = part.kind === "body" || part.kind === "query" ? assertedType(node, part.kind, this.#script) : null;
    if (typed) this.#typed(part.handler ?? "file", typed, emit);
  }

  /** Functions of the file that a handler hands its request to: what both read is read once. */
  readonly #callers = new Map<Holder, Set<Holder>>();

  #handedOn(call: TSESTree.CallExpression): void {
    for (const argument of call.arguments) {
      const object = argument.type === "Identifier" ? requestObject(argument, this.#script) : null;
      const helper = object?.handler ? this.#follower.localFunction(call.callee) : null;
      if (!helper || !object?.handler || helper === object.handler) continue;
      const callers = this.#callers.get(helper) ?? new Set();
      this.#callers.set(helper, callers.add(object.handler));
    }
  }

  /** `const { body, query } = req` */
  declarator(node: TSESTree.VariableDeclarator): void {
    if (node.id.type !== "ObjectPattern" || !node.init) return;
    if (isParsedUrl(node.init)) {
      const query = node.id.properties.find((one) => one.type === "Property" && keyName(one) === "query");
      const part: Part = { kind: "query", handler: enclosingFunction(node) };
      if (query?.type === "Property") this.#follower.pattern(query.value, part, [], 0);
      return;
    }
    const object = requestObject(node.init, this.#script);
    if (!object) return;
    for (const property of node.id.properties) {
      if (property.type !== "Property" || property.key.type !== "Identifier") continue;
      const kind = partNamed(object.role, property.key.name);
      const part = kind && { kind, handler: object.handler };
      if (part?.kind === "file") this.#file(property.key, part);
      else if (part) this.#follower.pattern(property.value, part, [], 0);
    }
  }

  function(node: FunctionNode, emit: Emit): void {
    for (const { pattern, part } of parameterParts(node, (handler) => this.#answersRoute(handler))) {
      if (part.kind === "file") this.#file(pattern, part);
      else this.#follower.pattern(pattern, part, [], 0);
    }
    const decorated = decoratedParameters(node, this.#script);
    if (decorated.length > 0) this.#declare(node, decorated);
    for (const typed of typedParts(node, this.#script)) this.#typed(node, typed, emit);
  }

  /** A file route's own function, or one handed to a router with a path. */
  #answersRoute(handler: FunctionNode): boolean {
    const { parent } = handler;
    if (parent.type === "CallExpression" && routeCall(parent)) return true;
    return fileRoute(this.#script.source.file) !== null && /\/|^[A-Z]+$/.test(functionName(handler, this.#script));
  }

  #file(node: TSESTree.Node, part: Part): void {
    const at = node.type === "MemberExpression" ? node.property.range : node.range;
    this.#reads.push({ part, path: ["file"], at });
  }

  #typed(handler: Holder, { kind, type, declared }: TypedPart, emit: Emit): void {
    if (type.type === "TSTypeLiteral") {
      this.#declare(handler, readTypeMembers(type.members), kind);
      return;
    }
    if (type.type !== "TSTypeReference") return;
    if (!declared) {
      const name = this.#script.source.text.slice(...type.typeName.range);
      const bases = this.#bases.get(handler) ?? [];
      if (!type.typeArguments) this.#bases.set(handler, [...bases, { name, at: type.range }]);
      return;
    }
    const fields = readTypeMembers(declared.members);
    // The handler only uses what the interface declares.
    this.#mask(handler, kind, fields);
    if (this.#interfaces.has(declared.name) || fields.length === 0) return;
    this.#interfaces.add(declared.name);
    emit.owner({ source: "request", kind: "input", name: declared.name.name, at: declared.name.range, fields });
  }

  readonly #masked = new Map<Holder, Set<string>>();

  #mask(handler: Holder, kind: string, fields: readonly FieldDraft[]): void {
    const names = this.#masked.get(handler) ?? new Set();
    for (const { name } of fields) names.add(`${kind}\0${name.split(".")[0]!}`);
    this.#masked.set(handler, names);
  }

  #declare(handler: Holder, fields: readonly FieldDraft[], kind?: string): void {
    this.#declared.set(handler, [...(this.#declared.get(handler) ?? []), ...fields]);
    if (kind) this.#mask(handler, kind, fields);
  }

  /** One owner for each handler, in the order of the text. */
  finish(emit: Emit): void {
    const handlers = new Map<Holder, Map<string, FieldDraft>>();
    for (const [handler, fields] of this.#declared)
      handlers.set(handler, new Map(fields.map((field) => [`\0${field.name}`, field])));
    for (const handler of this.#bases.keys()) if (!handlers.has(handler)) handlers.set(handler, new Map());
    const readBy = this.#readersOf();
    for (const { part, path, at } of this.#reads.sort((a, b) => a.at[0] - b.at[0])) {
      if (part.kind === "headers" && !isInputHeader(path[0]!)) continue;
      const holder: Holder = part.handler ?? "file";
      if (this.#masked.get(holder)?.has(`${part.kind}\0${path[0]!}`)) continue;
      const name = path.join(".");
      const key = `${part.kind}\0${name}`;
      if (this.#isReadByCaller(holder, key, readBy)) continue;
      const fields = handlers.get(holder) ?? new Map<string, FieldDraft>();
      handlers.set(holder, fields);
      if (!fields.has(key)) fields.set(key, fieldOf(name, part, at));
    }
    for (const [handler, fields] of handlers) this.#emit(handler, [...fields.values()], emit);
  }

  #readersOf(): ReadonlyMap<string, ReadonlySet<Holder>> {
    const readers = new Map<string, Set<Holder>>();
    if (this.#callers.size === 0) return readers;
    for (const { part, path } of this.#reads) {
      const key = `${part.kind}\0${path.join(".")}`;
      readers.set(key, (readers.get(key) ?? new Set()).add(part.handler ?? "file"));
    }
    return readers;
  }

  #isReadByCaller(holder: Holder, key: string, readers: ReadonlyMap<string, ReadonlySet<Holder>>): boolean {
    const callers = this.#callers.get(holder);
    return callers !== undefined && [...callers].some((caller) => readers.get(key)?.has(caller));
  }

  #emit(handler: Holder, fields: readonly FieldDraft[], emit: Emit): void {
    const bases = this.#bases.get(handler);
    if (fields.length === 0) return;
    emit.owner({
      source: "request",
      kind: "input",
      name: handler === "file" ? fileBaseName(this.#script.source.file) : functionName(handler, this.#script),
      at: handler === "file" ? fields[0]!.at : headOf(handler),
      fields: distinct(fields),
      ...(bases && { bases }),
    });
  }
}

function fieldOf(name: string, { kind }: Part, at: FieldDraft["at"]): FieldDraft {
  const readFrom = kind === "file" ? "request.file" : `request.${kind === "form" ? "formData" : kind}`;
  return { name, at, type: kind === "file" ? "file" : "unknown", hints: { readFrom } };
}

/** A record holds each name once; a name read from two parts keeps the first place. */
function distinct(fields: readonly FieldDraft[]): FieldDraft[] {
  return [...new Map([...fields].reverse().map((field) => [field.name, field])).values()].sort(
    (a, b) => a.at[0] - b.at[0],
  );
}

/** Where the handler begins: its name, or its first letters. */
function headOf(handler: FunctionNode): readonly [number, number] {
  return (
    handler.id?.range ?? [handler.range[0], Math.min(handler.range[1], handler.body?.range[0] ?? handler.range[1])]
  );
}
