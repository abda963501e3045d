import { durationInDays } from "../../data-map/index.js";
import { groupBy, type AuditModel, type Cookie, type FindingFact, type InventoryCookie } from "../../model/index.js";
import { CookieMatcher } from "../../reconcile/index.js";
import { defineCheck } from "../check.js";
import { practicesOf } from "../shared/practices.js";

const SESSION = "session";

interface Persistent {
  readonly entry: Cookie;
  readonly cookie: InventoryCookie;
  readonly recipient: string;
  readonly lifetime: string;
}

/** Cookies declared to end with the session that the code, or the tracker that sets them, keeps longer; of a tracker told once for a line of the map. */
export default defineCheck({
  id: "cookie/persistent",
  *run(model) {
    yield* keptByCode(model);
    const byEntry = groupBy(persistent(model), ({ entry }) => entry);
    for (const [entry, own] of byEntry) {
      const longest = own.reduce((a, b) => (days(b.lifetime) > days(a.lifetime) ? b : a));
      yield {
        subject: entry.path,
        place: entry.place,
        data: {
          problem: "tracker",
          cookies: own.map(({ cookie }) => cookie.name),
          lifetime: longest.lifetime,
          recipient: longest.recipient,
        },
        related: longest.cookie.places.map((place) => ({ place, role: "mention" })),
      };
    }
  },
});

/** Set in the code with `maxAge` or `expires`. */
function* keptByCode(model: AuditModel): Iterable<FindingFact> {
  const declared = new CookieMatcher(model.map.cookies);
  for (const { name, seconds, place } of practicesOf(model, "cookie-write")) {
    const entry = name === null || seconds === null || seconds <= 0 ? null : declared.find(name);
    if (entry?.lifetime !== SESSION || name === null || seconds === null) continue;
    yield {
      subject: `${place.file}: ${name}`,
      place,
      data: { problem: "own", cookies: [name], lifetime: duration(seconds), recipient: "" },
      related: [{ place: entry.place, role: "entry" }],
    };
  }
}

const UNITS = [
  [86_400, "P", "D"],
  [3600, "PT", "H"],
  [60, "PT", "M"],
  [1, "PT", "S"],
] as const;

/** ISO 8601, in the greatest unit that measures it exactly. */
function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [size, before, after] = UNITS.find(([unit]) => whole % unit === 0)!;
  return `${before}${whole / size}${after}`;
}

function persistent({ inventory, map, catalog }: AuditModel): Persistent[] {
  const declared = new CookieMatcher(map.cookies);
  return inventory.cookies.flatMap((cookie) => {
    const entry = declared.find(cookie.name);
    const { recipient, name } = cookie;
    if (recipient === null || entry?.lifetime !== SESSION) return [];
    const lifetime = catalog.recipients.get(recipient)?.cookies.find((one) => one.name === name)?.lifetime ?? SESSION;
    return lifetime === SESSION ? [] : [{ entry, cookie, recipient, lifetime }];
  });
}

function days(lifetime: string): number {
  return durationInDays(lifetime) ?? 0;
}
