import type { AuditModel, InventoryPractice, Practice } from "../../model/index.js";

/** What the code does of one kind. */
export function practicesOf<Kind extends Practice["kind"]>(
  { inventory }: Pick<AuditModel, "inventory">,
  kind: Kind,
): Extract<InventoryPractice, { kind: Kind }>[] {
  return inventory.practices.filter((practice) => practice.kind === kind) as Extract<
    InventoryPractice,
    { kind: Kind }
  >[];
}

/** JSON Schema of lists of texts that a rule gives, all of them required. */
export function textLists(...names: readonly string[]): Readonly<Record<string, unknown>> {
  return {
    type: "object",
    required: names,
    additionalProperties: false,
    properties: Object.fromEntries(names.map((name) => [name, { type: "array", items: { type: "string" } }])),
  };
}
