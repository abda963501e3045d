import { classify } from "../../classify/index.js";
import type { Catalog, Facts, LinkedField, LinkedOwner, OriginFact, OwnerFact, Verdict } from "../../model/index.js";

const SPAN = { line: 1, column: 1, endLine: 1, endColumn: 1 };

/**
 * What values are by their names alone: `email`, `customer.phone`. All names of a code base are judged at once, each as a field of a record
 * that goes by the nearest name before it which says anything.
 */
export class NameVerdicts {
  readonly #verdicts = new Map<string, Verdict>();
  readonly #persons = new Set<string>();
  readonly #neutral: ReadonlySet<string>;
  readonly #weak: ReadonlySet<string>;

  constructor(files: readonly Facts[], catalog: Catalog) {
    this.#neutral = new Set((catalog.flows["neutralNames"] ?? []).flat());
    this.#weak = new Set((catalog.flows["weakByName"] ?? []).flat());
    const wanted = new Map<string, Set<string>>();
    for (const { names } of origins(files)) {
      const pair = this.#pair(names);
      if (!pair) continue;
      const fields = wanted.get(pair.owner);
      if (fields) fields.add(pair.field);
      else wanted.set(pair.owner, new Set([pair.field]));
    }
    // Each name is judged alone: that two are used in one code base does not make them neighbours.
    const owners = [...wanted].flatMap(([name, fields]) => [...fields].map((field) => pseudoOwner(name, field)));
    const classified = classify(owners, catalog);
    for (const owner of owners) {
      if (classified.owners.get(owner)?.role === "person") this.#persons.add(owner.fact.name);
      for (const field of owner.fields)
        this.#verdicts.set(`${owner.fact.name}\0${field.fact.name}`, classified.fields.get(field)!);
    }
  }

  /** Null unless the name is as good as a declaration. */
  of(names: readonly string[]): Verdict | null {
    const pair = this.#pair(names);
    const verdict = pair && this.#verdicts.get(`${pair.owner}\0${pair.field}`);
    if (!pair || !verdict || verdict.dataType === null || this.#weak.has(verdict.dataType)) return null;
    const sure = verdict.confidence === "high" || (verdict.confidence === "medium" && this.#persons.has(pair.owner));
    return sure ? verdict : null;
  }

  #pair(names: readonly string[]): { readonly owner: string; readonly field: string } | null {
    const field = names.at(-1);
    if (field === undefined) return null;
    const owner = names.slice(0, -1).findLast((name) => !this.#neutral.has(name)) ?? "";
    return { owner, field };
  }
}

function* origins(files: readonly Facts[]): Iterable<OriginFact> {
  for (const { flows } of files) {
    for (const sink of flows?.sinks ?? []) yield* sink.origins;
    for (const call of flows?.calls ?? []) yield* call.arguments.flat();
  }
}

function pseudoOwner(name: string, field: string): LinkedOwner {
  const fields = [{ name: field, span: SPAN }];
  const fact: OwnerFact = { source: "value", name, kind: "type", span: SPAN, fields };
  const owner = { fact, place: { file: "", line: 1, column: 1 }, fields: [] as LinkedField[], bases: [] };
  owner.fields = fields.map((each) => ({
    fact: each,
    place: owner.place,
    owner,
    declaredBy: fact,
    target: null,
    references: null,
  }));
  return owner;
}
