import type { AuditModel, CategoryKind, ReconciledField } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { lawInForce } from "../shared/law.js";
import { rowsByStore, subjectsOf } from "../shared/stores.js";

interface Parameters {
  /** Statement of the law with the table of levels. */
  readonly law: string;
}

/** One line of the table: the level that a threat type, kinds of data and a number of people who are not employees ask for. */
interface Line {
  readonly level: number;
  readonly threat: number;
  readonly kinds: readonly DataKind[];
  readonly outsiders?: number;
}

type DataKind = "special" | "biometric" | "public" | "general";

/**
 * A store whose declared protection level is weaker than what it holds asks for. Unknown numbers count as small and an unknown threat type as the
 * mildest, so that only a level that is too weak in any case is faulted.
 */
export default defineCheck<Parameters>({
  id: "security/protection-level",
  parameters: { type: "object", required: ["law"], properties: { law: { type: "string" } } },
  *run(model, { law }) {
    const table = lawInForce(model, law)?.value as readonly Line[] | undefined;
    if (!table) return;
    const rows = rowsByStore(model);
    for (const [id, { declaredLevel, threatType, place, path }] of model.map.stores) {
      const own = rows.get(id) ?? [];
      if (declaredLevel === null || own.length === 0) continue;
      const people = outsiders(model, own);
      const kinds = kindsOf(model, own);
      const line = table.find((one) => fits(one, threatType ?? 3, kinds, people));
      if (!line || declaredLevel <= line.level) continue;
      const data = { store: id, declared: declaredLevel, required: line.level, threat: threatType ?? 3, people };
      yield { subject: path, place, data: { ...data, kinds: [...kinds] } };
    }
  },
});

function fits(line: Line, threat: number, kinds: ReadonlySet<DataKind>, people: number): boolean {
  if (line.threat !== threat || !line.kinds.some((kind) => kinds.has(kind))) return false;
  return line.outsiders === undefined || people > line.outsiders;
}

const KINDS = {
  general: "general",
  special: "special",
  biometric: "biometric",
  // Data on criminal record stand in the article on special categories.
  criminal: "special",
  anonymised: null,
  distribution_permitted: "public",
} as const satisfies Record<CategoryKind, DataKind | null>;

function kindsOf({ map }: AuditModel, rows: readonly ReconciledField[]): Set<DataKind> {
  const kinds = new Set<DataKind>();
  for (const { category, field } of rows) {
    const declared = KINDS[(category === null ? null : map.categories.get(category)?.kind) ?? "general"];
    const kind = field.special === null ? declared : field.special === "biometric" ? "biometric" : "special";
    if (kind !== null) kinds.add(kind);
  }
  return kinds;
}

function outsiders(model: AuditModel, rows: readonly ReconciledField[]): number {
  return subjectsOf(model, rows)
    .map((id) => model.map.subjects.get(id))
    .reduce((sum, subject) => sum + (subject && subject.kind !== "employee" ? (subject.count ?? 0) : 0), 0);
}
