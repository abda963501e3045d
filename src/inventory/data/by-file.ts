import type { Facts, LinkedField, LinkedOwner, OwnerFact } from "../../model/index.js";
import { NameTable } from "../names.js";
import type { DataSources, PersonalFields, Tie } from "./link-data.js";

type Sources = Pick<DataSources, "files" | "modules" | "owners">;

/** A file that uses more records than this is an index of them, and ties nothing. */
const MAX_RECORDS = 60;

/**
 * Ties what a file takes in to the records that the file names or sends to: a form to the schema it is checked by, to the action it is
 * submitted to and the route it is sent to; a handler to the entity it imports. Only where one record alone may be meant.
 */
export function tieByFile(sources: Sources, fields: PersonalFields, tie: Tie): void {
  const names = new NameTable(sources.files, sources.modules);
  const owners = new Map<OwnerFact, LinkedOwner>(sources.owners.map((owner) => [owner.fact, owner]));
  const routes = new RouteTable(sources.owners);
  for (const facts of sources.files) {
    const own = facts.owners.flatMap((fact) => owners.get(fact) ?? []);
    const taking = own.filter(({ fact }) => fact.kind === "input");
    if (taking.length === 0) continue;
    const sentTo = (facts.links?.submissions ?? []).flatMap(({ method, path }) => routes.find(method, path) ?? []);
    const named = importedBy(facts, names, owners);
    if (own.length + named.length > MAX_RECORDS) continue;
    for (const owner of taking) {
      const besides = own.filter(({ fact }) => fact.source !== owner.fact.source);
      const others = new Set([
        ...sentTo,
        ...[...named, ...besides].filter((other) => mayBeMeant(other, owner, fields)),
      ]);
      others.delete(owner);
      for (const [key, field] of fields.of(owner)) tieToOnly(field, twins(key, others, fields), tie);
    }
  }
}

/** What is kept on the device, and what is stored as something else, is not what the file takes in. */
function mayBeMeant(other: LinkedOwner, owner: LinkedOwner, fields: PersonalFields): boolean {
  const { kind } = other.fact;
  return (kind === "store" || kind === "input" || kind === "type") && fields.mayAgree(owner, other);
}

function importedBy(facts: Facts, names: NameTable, owners: ReadonlyMap<OwnerFact, LinkedOwner>): LinkedOwner[] {
  return facts.imports.flatMap(({ local }) => {
    const declared = names.owner(facts.file, local);
    return (declared && owners.get(declared.facts.owners[declared.index]!)) ?? [];
  });
}

function twins(key: string, owners: Iterable<LinkedOwner>, fields: PersonalFields): Set<LinkedField> {
  const found = new Set<LinkedField>();
  for (const owner of owners) {
    const twin = fields.of(owner).get(key);
    if (twin) found.add(twin);
  }
  return found;
}

function tieToOnly(field: LinkedField, found: Set<LinkedField>, tie: Tie): void {
  found.delete(field);
  const [only, other] = found;
  if (only && !other) tie(field, only);
}

/** Handlers by the route they answer, however parameters and the root of the interface are written. */
class RouteTable {
  readonly #owners = new Map<string, LinkedOwner | null>();

  constructor(owners: readonly LinkedOwner[]) {
    for (const owner of owners) {
      const [, method, path] = /^(?:([A-Z]+) )?(\/\S*)$/.exec(owner.fact.name) ?? [];
      if (path === undefined || owner.fact.kind !== "input") continue;
      const key = routeKey(method ?? "", path);
      // Two handlers of one route, of different applications: neither is sure.
      this.#owners.set(key, this.#owners.has(key) ? null : owner);
    }
  }

  find(method: string, path: string): LinkedOwner | null {
    return this.#owners.get(routeKey(method, path)) ?? this.#owners.get(routeKey("", path)) ?? null;
  }
}

function routeKey(method: string, path: string): string {
  const segments = path
    .split("/")
    .filter(Boolean)
    .map((segment) => (/^[:{[*$]/.test(segment) ? "*" : segment.toLowerCase()));
  while (segments.length > 1 && /^(?:api|rest|v\d+)$/.test(segments[0]!)) segments.shift();
  return `${method} ${segments.join("/")}`;
}
