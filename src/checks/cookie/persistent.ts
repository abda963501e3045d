import { durationInDays } from "../../data-map/index.js";
import { groupBy, type AuditModel, type Cookie, type InventoryCookie } from "../../model/index.js";
import { CookieMatcher } from "../../reconcile/index.js";
import { defineCheck } from "../check.js";

const SESSION = "session";

interface Persistent {
  readonly entry: Cookie;
  readonly cookie: InventoryCookie;
  readonly recipient: string;
  readonly lifetime: string;
}

/** Cookies declared to end with the session, which the tracker that sets them keeps longer: told once for a line of the map. */
export default defineCheck({
  id: "cookie/persistent",
  *run(model) {
    const byEntry = groupBy(persistent(model), ({ entry }) => entry);
    for (const [entry, own] of byEntry) {
      const longest = own.reduce((a, b) => (days(b.lifetime) > days(a.lifetime) ? b : a));
      yield {
        subject: entry.path,
        place: entry.place,
        data: {
          cookies: own.map(({ cookie }) => cookie.name),
          lifetime: longest.lifetime,
          recipient: longest.recipient,
        },
        related: longest.cookie.places.map((place) => ({ place, role: "mention" })),
      };
    }
  },
});

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
