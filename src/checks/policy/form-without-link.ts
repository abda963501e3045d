import { groupBy, type AuditModel, type FindingFact, type InventoryField } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { alsoAt } from "../shared/policy/text.js";
import { practicesOf } from "../shared/practices.js";

/**
 * A form that asks for personal data on a page from which nobody gets to the policy. A page of HTML is whole in its file; components are put together
 * into pages, so a link anywhere among them is enough. Where there is no policy at all, that is the fault.
 */
export default defineCheck({
  id: "policy/form-without-link",
  *run(model) {
    if (model.map.policy === null) return;
    const forms = groupBy(formFields(model), ({ place }) => place.file);
    const links = new Set(practicesOf(model, "policy-link").map(({ place }) => place.file));
    const pages = [...forms].filter(([file]) => isPage(file) && !links.has(file));
    for (const [file, fields] of pages) yield found(file, fields, []);
    const components = [...forms].filter(([file]) => !isPage(file));
    const [first, ...others] = components;
    if (model.partial || links.size > 0 || !first) return;
    yield found(
      first[0],
      first[1],
      others.map(([, fields]) => fields[0]!),
    );
  },
});

function isPage(file: string): boolean {
  return /\.html?$/i.test(file) && !/\.component\.html$/i.test(file);
}

function formFields({ reconciliation }: AuditModel): InventoryField[] {
  return reconciliation.fields
    .filter(({ field, notPersonal }) => field.source === "form" && field.kind === "input" && notPersonal === null)
    .map(({ field }) => field);
}

function found(file: string, fields: readonly InventoryField[], others: readonly InventoryField[]): FindingFact {
  const items = [...new Set(fields.flatMap(({ dataType }) => dataType ?? []))];
  return {
    subject: file,
    place: fields[0]!.place,
    data: { form: fields[0]!.owner, items, where: isPage(file) ? "page" : "components" },
    related: alsoAt(others.map(({ place }) => place)),
  };
}
