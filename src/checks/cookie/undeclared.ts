import { groupBy, type AuditModel, type FindingFact } from "../../model/index.js";
import { CookieMatcher } from "../../reconcile/index.js";
import { defineCheck } from "../check.js";
import { declarationsOf } from "../shared/recipients.js";

/**
 * A cookie that the code sets and the map does not name. Those that a declared tracker sets by itself are told together; those of an undeclared one
 * not at all, for the tracker is the fault.
 */
export default defineCheck({
  id: "cookie/undeclared",
  *run(model) {
    const declared = new CookieMatcher(model.map.cookies);
    const unknown = model.inventory.cookies.filter(({ name }) => declared.find(name) === null);
    for (const { name, places, recipient } of unknown) {
      const [first, ...others] = places;
      if (recipient !== null || !first) continue;
      const related = others.map((place) => ({ place, role: "mention" }));
      yield { subject: name, place: first, data: { cookies: [name], problem: "own" }, related };
    }
    yield* ofTrackers(unknown, model);
  },
});

function* ofTrackers(unknown: AuditModel["inventory"]["cookies"], { map, catalog }: AuditModel): Iterable<FindingFact> {
  for (const [recipient, cookies] of groupBy(unknown, (cookie) => cookie.recipient)) {
    const place = cookies[0]?.places[0];
    if (recipient === null || !place || declarationsOf(recipient, map, catalog).length === 0) continue;
    yield {
      subject: recipient,
      place,
      data: { cookies: cookies.map(({ name }) => name), problem: "tracker", recipient },
    };
  }
}
