import picomatch from "picomatch";
import { groupBy } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { alsoAt } from "../shared/policy/text.js";

/** Where workspaces keep their packages by custom. */
const PACKAGE = /^(?:packages|apps|services|libs|modules|workspaces)\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** A package that holds personal data and belongs to no component of the map. A map without components says nothing of them. */
export default defineCheck({
  id: "mapping/unowned-component",
  *run({ map, inventory }) {
    if (map.components.size === 0) return;
    const owned = picomatch(
      [...map.components.values()].flatMap(({ globs }) => globs),
      { dot: true },
    );
    const outside = inventory.fields.filter(({ place }) => PACKAGE.test(place.file) && !owned(place.file));
    for (const [name, [first, ...others]] of groupBy(outside, ({ place }) => PACKAGE.exec(place.file)![0])) {
      const related = alsoAt(others.map(({ place }) => place));
      yield {
        subject: `component:${name}`,
        place: first!.place,
        data: { component: name, count: others.length + 1 },
        related,
      };
    }
  },
});
