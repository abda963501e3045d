import { durationInDays } from "../../data-map/index.js";
import type { AuditModel, FindingFact, InventoryRetention } from "../../model/index.js";
import { CookieMatcher } from "../../reconcile/index.js";
import { defineCheck } from "../check.js";
import { allowedSeconds, DELETED_MARK, holds, isoPeriod, recordsOf, SECONDS_PER_DAY } from "../shared/retention.js";
import { personalRows } from "../shared/rows.js";

/** Terms in code that are longer than the map declares for the same record, cookie or key. */
export default defineCheck({
  id: "retention/exceeds-declared",
  *run(model) {
    for (const term of model.inventory.retention) {
      if (term.seconds === null || runsFromMark(term)) continue;
      const declared = term.kind === "cookie" ? cookieTerm(term, model) : recordTerm(term, model);
      if (!declared || term.seconds <= declared.seconds) continue;
      yield {
        subject: `${term.place.file}: ${term.setting} ${declared.subject}`,
        place: term.place,
        data: {
          subject: declared.subject,
          found: isoPeriod(term.seconds),
          declared: declared.period,
          setting: term.setting,
        },
        ...(declared.related && { related: declared.related }),
      };
    }
  },
});

interface Declared {
  readonly subject: string;
  readonly seconds: number;
  readonly period: string;
  readonly related?: FindingFact["related"];
}

/** The time a record stays after it was marked as deleted is none of its term. */
function runsFromMark({ field }: InventoryRetention): boolean {
  return field !== null && DELETED_MARK.test(field);
}

function cookieTerm({ owner }: InventoryRetention, { map }: AuditModel): Declared | null {
  const entry = owner === null ? null : new CookieMatcher(map.cookies).find(owner);
  // A cookie declared to end with the session is another rule's.
  if (!entry || entry.lifetime === "session") return null;
  const days = durationInDays(entry.lifetime);
  return days === null
    ? null
    : {
        subject: owner!,
        seconds: days * SECONDS_PER_DAY * 1.02,
        period: entry.lifetime,
        related: [{ place: entry.place, role: "entry" }],
      };
}

/** Keys of a cache that no field stands for: what the map says of the store itself. */
function storeTerm(term: InventoryRetention, model: AuditModel): Declared | null {
  const stores = [...model.map.stores].filter(
    ([, { type, retention }]) => /redis|valkey|keydb|dragonfly/i.test(type) && retention !== null,
  );
  const terms = stores.map(([id, { retention }]) => ({ id, retention, seconds: allowedSeconds(model, [retention!]) }));
  if (terms.length === 0 || terms.some(({ seconds }) => seconds === null)) return null;
  const longest = terms.reduce((a, b) => (b.seconds! > a.seconds! ? b : a));
  const entry = model.map.retention.get(longest.retention!);
  return {
    subject: term.owner === null ? longest.id : `${longest.id} (${term.owner})`,
    seconds: longest.seconds!,
    period: entry?.period ?? "",
    related: entry ? [{ place: entry.place, role: "entry" }] : [],
  };
}

function recordTerm(term: InventoryRetention, model: AuditModel): Declared | null {
  const rows = personalRows(model).filter((row) =>
    term.owners.length > 0 ? holds(term.owners, row) : isKeyOf(term, row.field.kind, row.field.field),
  );
  const terms = rows.map(({ retention }) => ({ retention, seconds: allowedSeconds(model, retention) }));
  const known = terms.filter(({ seconds }) => seconds !== null);
  if (terms.length === 0 && term.kind === "ttl") return storeTerm(term, model);
  if (known.length === 0 || known.length < terms.length) return null;
  // The whole record goes at once, so the longest of its fields' terms holds for it.
  const longest = known.reduce((a, b) => (b.seconds! > a.seconds! ? b : a));
  const entry = longest.retention
    .flatMap((id) => model.map.retention.get(id) ?? [])
    .find(({ period }) => period !== null);
  return {
    subject: recordsOf(rows).filter(Boolean).join(", ") || (term.owner ?? ""),
    seconds: longest.seconds!,
    period: entry?.period ?? "",
    related: entry ? [{ place: entry.place, role: "entry" }] : [],
  };
}

function isKeyOf({ kind, owner }: InventoryRetention, fieldKind: string, field: string): boolean {
  return kind === "ttl" && fieldKind === "web-storage" && owner === field;
}
