import { durationInDays } from "../../../data-map/index.js";
import type { AuditModel, FindingFact, PolicyText } from "../../../model/index.js";
import { practicesOf } from "../practices.js";
import { affirmed, alsoAt, atClause, denied, type Said } from "./text.js";

/** "Session cookies only" against cookies that stay: of the code, of the map, of trackers in code or named by the text itself. */
export function* persistentCookies(text: PolicyText, model: AuditModel): Iterable<FindingFact> {
  const [claim] = affirmed(text, "cookie", "session");
  if (!claim || tellsOfOthers(text)) return;
  yield* keptByCode(text, claim, model);
  yield* keptByMap(text, claim, model);
  yield* keptByTrackers(text, claim, model);
}

/** Session cookies are one kind among others. */
function tellsOfOthers(text: PolicyText): boolean {
  return affirmed(text, "cookie").some(({ value }) => value === "persistent" || value.startsWith("P"));
}

function* keptByCode(text: PolicyText, claim: Said, model: AuditModel): Iterable<FindingFact> {
  for (const { name, seconds, place } of practicesOf(model, "cookie-write")) {
    if (seconds === null || seconds <= 0) continue;
    yield atClause(text, claim, {
      subject: `cookie:${name ?? "?"}`,
      data: { problem: "session-code", cookies: name ?? "?", days: roundedDays(seconds / 86_400) },
      related: alsoAt([place]),
    });
  }
}

function roundedDays(days: number): string {
  return days >= 1 ? String(Math.round(days)) : "<1";
}

function* keptByMap(text: PolicyText, claim: Said, { map }: AuditModel): Iterable<FindingFact> {
  const kept = [...map.cookies].filter(
    ([, { lifetime, vendor }]) => vendor === null && (durationInDays(lifetime) ?? 0) > 0,
  );
  if (kept.length === 0) return;
  yield atClause(text, claim, {
    subject: "cookies:map",
    data: { problem: "session-map", cookies: kept.map(([name]) => name) },
    related: alsoAt(
      kept.map(([, { place }]) => place),
      "entry",
    ),
  });
}

function* keptByTrackers(text: PolicyText, claim: Said, { inventory, catalog }: AuditModel): Iterable<FindingFact> {
  const lasting = (id: string): string[] =>
    (catalog.recipients.get(id)?.cookies ?? [])
      .filter(({ lifetime }) => lifetime !== null && (durationInDays(lifetime) ?? 0) > 0)
      .map(({ name }) => name);
  const seen = new Set(inventory.cookies.flatMap(({ recipient }) => recipient ?? []));
  const named = affirmed(text, "recipient").filter(({ value }) => isTracker(catalog.recipients.get(value)?.kind));
  const ids = [...new Set([...seen, ...named.map(({ value }) => value)])].filter((id) => lasting(id).length > 0).sort();
  if (ids.length === 0) return;
  const others = named.filter(({ value }) => ids.includes(value));
  yield atClause(text, claim, {
    subject: "cookies:trackers",
    others,
    data: {
      problem: others.length > 0 ? "session-trackers-named" : "session-trackers",
      recipient: ids,
      cookies: ids.flatMap((id) => lasting(id).slice(0, 2)),
      other: [...new Set(others.map(({ clause }) => clause.number))],
    },
    related: alsoAt(
      inventory.recipients.filter(({ id }) => ids.includes(id)).map(({ mentions }) => mentions[0]?.place),
    ),
  });
}

/** What runs on the page and marks visitors; what servers speak to sets no cookies of its own. */
function isTracker(kind: string | undefined): boolean {
  return kind === "analytics" || kind === "ads" || kind === "marketing";
}

/** "We use no cookies" against any that the code sets. */
export function* anyCookies(text: PolicyText, { inventory }: AuditModel): Iterable<FindingFact> {
  const [claim] = denied(text, "cookie", "any");
  const [first] = inventory.cookies;
  if (!claim || !first || affirmed(text, "cookie", "any").length > 0) return;
  yield atClause(text, claim, {
    subject: "cookies:any",
    data: { problem: "cookies", cookies: inventory.cookies.slice(0, 5).map(({ name }) => name) },
    related: alsoAt(inventory.cookies.map(({ places }) => places[0])),
  });
}
