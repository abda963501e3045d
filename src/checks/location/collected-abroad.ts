import type { AuditModel, FindingFact, InventoryRecipient } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { lawInForce } from "../shared/law.js";
import { practicesOf } from "../shared/practices.js";
import { UNKNOWN_COUNTRY } from "../shared/transfers.js";
import { usedRecipients } from "../shared/used-recipients.js";

interface Parameters {
  /** Statement of the law that names the country in which data of its citizens are first recorded. */
  readonly law: string;
  /** Kinds of systems whose widgets ask people for their data. */
  readonly kinds: readonly string[];
  /** Systems of other kinds that do, by their id. */
  readonly systems: readonly string[];
}

/** What people fill in goes abroad first: a form sent to a foreign host, a widget of a foreign system that collects by itself. */
export default defineCheck<Parameters>({
  id: "location/collected-abroad",
  parameters: {
    type: "object",
    required: ["law", "kinds", "systems"],
    properties: {
      law: { type: "string" },
      kinds: { type: "array", items: { type: "string" } },
      systems: { type: "array", items: { type: "string" } },
    },
  },
  *run(model, { law, kinds, systems }) {
    const duty = lawInForce(model, law);
    if (!duty || !mayBeCitizens(model, String(duty.value))) return;
    const home = String(duty.value);
    yield* forms(model, home);
    const allKinds = [...new Set([...model.catalog.recipients.values()].map(({ kind }) => kind))];
    for (const { recipient, country, keys } of usedRecipients(model, allKinds)) {
      const kind = model.catalog.recipients.get(recipient.id)?.kind ?? "";
      if (!kinds.includes(kind) && !systems.includes(recipient.id)) continue;
      if (country === null || country === home || country === UNKNOWN_COUNTRY || getsNothing(keys, model)) continue;
      const inPage = widgetOf(recipient);
      if (!inPage) continue;
      yield {
        subject: `widget ${recipient.id}`,
        place: inPage,
        data: { case: "widget", what: recipient.id, recipient: recipient.id, country },
      };
    }
  },
});

function* forms(model: AuditModel, home: string): Iterable<FindingFact> {
  for (const { host, place } of practicesOf(model, "form-target")) {
    const recipient = [...model.catalog.recipients.values()].find(({ hosts }) =>
      hosts.some((own) => isUnder(host, own)),
    );
    const country = recipient?.country ?? null;
    if (!recipient || country === null || country === home) continue;
    yield { subject: `form ${host}`, place, data: { case: "form", what: host, recipient: recipient.id, country } };
  }
}

/** `*.host`, `host/path`: a path says more than a form's action is held against. */
function isUnder(host: string, written: string): boolean {
  const bare = written.replace(/\/.*$/, "");
  return bare.startsWith("*.") ? host.endsWith(bare.slice(1)) : host === bare;
}

/** Where the page loads or starts it; a server that calls the system has recorded the data before. */
function widgetOf({ mentions }: InventoryRecipient) {
  return mentions.find(({ how }) => how === "script" || how === "global")?.place ?? null;
}

function getsNothing(keys: readonly string[], { map }: AuditModel): boolean {
  return keys.some((key) => map.recipients.get(key)?.categories?.length === 0);
}

/** People of whom the map does not say otherwise may be citizens. */
function mayBeCitizens({ map }: AuditModel, home: string): boolean {
  const subjects = [...map.subjects.values()];
  return (
    subjects.length === 0 || subjects.some(({ citizenship }) => citizenship.length === 0 || citizenship.includes(home))
  );
}
