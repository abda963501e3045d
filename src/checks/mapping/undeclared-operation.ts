import { compareText, type AuditModel, type Operation, type Place, type ReconciledField } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { holds } from "../shared/retention.js";
import { personalRows } from "../shared/rows.js";

/** What code does, and the operations by which a purpose may list it. */
const LISTED_AS = {
  create: ["collection", "recording", "accumulation", "storage", "systematisation"],
  read: ["retrieval", "use", "access"],
  update: ["update", "recording", "blocking", "anonymisation"],
  delete: ["deletion", "destruction"],
  provide: ["provision", "distribution", "access"],
} as const satisfies Record<string, readonly Operation[]>;

type Deed = keyof typeof LISTED_AS;

interface Done {
  readonly deed: Deed;
  readonly rows: readonly ReconciledField[];
  readonly callee: string;
  readonly place: Place;
}

/** The code does with data what none of their purposes lists. Purposes that list no operations say nothing of them. */
export default defineCheck({
  id: "mapping/undeclared-operation",
  *run(model) {
    const told = new Set<string>();
    for (const { deed, rows, callee, place } of [...stored(model), ...provided(model)]) {
      for (const { purposes } of rows) {
        const operations = purposes.map((id) => model.map.purposes.get(id)?.operations ?? null);
        if (operations.length === 0 || operations.includes(null)) continue;
        if (operations.flat().some((one) => one !== null && LISTED_AS[deed].some((listed) => listed === one))) continue;
        const subject = `${[...purposes].sort(compareText).join(", ")} ${deed}`;
        if (told.has(subject)) continue;
        told.add(subject);
        yield { subject, place, data: { deed, purposes, callee, operations: LISTED_AS[deed][0] } };
      }
    }
  },
});

function stored(model: AuditModel): Done[] {
  const rows = personalRows(model).filter(({ field }) => field.kind === "store");
  return model.inventory.operations.map(({ kind, owners, callee, place }) => ({
    deed: kind,
    rows: rows.filter((row) => holds(owners, row)),
    callee,
    place,
  }));
}

/** Data that reach a third party. */
function provided(model: AuditModel): Done[] {
  const rows = new Map(personalRows(model).map((row) => [row.field.id, row]));
  return model.inventory.flows
    .filter(({ sink }) => sink.recipient !== null)
    .map(({ sink, data }) => ({
      deed: "provide",
      rows: data.flatMap(({ field }) => (field === null ? [] : (rows.get(field) ?? []))),
      callee: sink.callee,
      place: sink.place,
    }));
}
