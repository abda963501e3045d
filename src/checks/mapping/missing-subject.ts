import type { AuditModel } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { personalRows } from "../shared/rows.js";

/** A purpose that names no kind of data subject, unless every field collected for it does. */
export default defineCheck({
  id: "mapping/missing-subject",
  *run(model) {
    for (const [id, purpose] of model.map.purposes) {
      if (purpose.subjects.length > 0 || fieldsNameThem(id, model)) continue;
      yield { subject: purpose.path, place: purpose.place, data: { purpose: id } };
    }
  },
});

function fieldsNameThem(id: string, model: AuditModel): boolean {
  const users = personalRows(model).filter(({ purposes }) => purposes.includes(id));
  return users.length > 0 && users.every(({ entry }) => entry !== null && entry.subjects.length > 0);
}
