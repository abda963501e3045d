import {
  protectedKind,
  protectionLine,
  type AuditModel,
  type ProtectedKind,
  type ProtectionLine,
  type ReconciledField,
} from "../../model/index.js";
import { defineCheck } from "../check.js";
import { lawInForce } from "../shared/law.js";
import { rowsByStore, subjectsOf } from "../shared/stores.js";

interface Parameters {
  /** Statement of the law with the table of levels. */
  readonly law: string;
}

/**
 * A store whose declared protection level is weaker than what it holds asks for. Unknown numbers count as small and an unknown threat type as the
 * mildest, so that only a level that is too weak in any case is faulted.
 */
export default defineCheck<Parameters>({
  id: "security/protection-level",
  parameters: { type: "object", required: ["law"], properties: { law: { type: "string" } } },
  *run(model, { law }) {
    const table = lawInForce(model, law)?.value as readonly ProtectionLine[] | undefined;
    if (!table) return;
    const rows = rowsByStore(model);
    for (const [id, { declaredLevel, threatType, place, path }] of model.map.stores) {
      const own = rows.get(id) ?? [];
      if (declaredLevel === null || own.length === 0) continue;
      const people = outsiders(model, own);
      const kinds = kindsOf(model, own);
      const line = protectionLine(table, { threat: threatType ?? 3, kinds, people });
      if (!line || declaredLevel <= line.level) continue;
      const data = { store: id, declared: declaredLevel, required: line.level, threat: threatType ?? 3, people };
      yield { subject: path, place, data: { ...data, kinds: [...kinds] } };
    }
  },
});

function kindsOf({ map }: AuditModel, rows: readonly ReconciledField[]): Set<ProtectedKind> {
  return new Set(
    rows.flatMap(({ category, field }) => {
      const kind = category === null ? null : (map.categories.get(category)?.kind ?? null);
      return protectedKind(kind, field.special) ?? [];
    }),
  );
}

function outsiders(model: AuditModel, rows: readonly ReconciledField[]): number {
  return subjectsOf(model, rows)
    .map((id) => model.map.subjects.get(id))
    .reduce((sum, subject) => sum + (subject && subject.kind !== "employee" ? (subject.count ?? 0) : 0), 0);
}
