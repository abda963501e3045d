import { groupBy } from "../../model/index.js";
import { OwnSites } from "../../reconcile/index.js";
import { defineCheck } from "../check.js";
import { alsoAt } from "../shared/policy/text.js";
import { practicesOf } from "../shared/practices.js";

/** A site that the code takes for its own and the map does not name. A map that names none says nothing of sites. */
export default defineCheck({
  id: "mapping/undeclared-site",
  *run(model) {
    if (model.map.controller.sites.length === 0) return;
    const own = new OwnSites(model.map);
    const unknown = practicesOf(model, "own-origin").filter(({ host }) => !own.has(host));
    for (const [host, [first, ...others]] of groupBy(unknown, (one) => one.host)) {
      const related = alsoAt(others.map(({ place }) => place));
      yield { subject: `site:${host}`, place: first!.place, data: { host, how: first!.how }, related };
    }
  },
});
