import { defineCheck } from "../check.js";
import { practicesOf, textLists } from "../shared/practices.js";
import { holdsAny, wordsOf } from "../shared/words.js";

interface Parameters {
  /** Stems of words in conditions that only ask whether the device can tell. */
  readonly ability: readonly string[];
  /** Stems of words that speak of someone's leave or action. */
  readonly leave: readonly string[];
}

/** The device is asked where it is as soon as the page is there, with no action of the person before it. */
export default defineCheck<Parameters>({
  id: "consent/location-on-load",
  parameters: textLists("ability", "leave"),
  *run(model, { ability, leave }) {
    for (const { callee, ways, place } of practicesOf(model, "location-request")) {
      const early = ways.some(
        ({ conditions, around }) =>
          conditions.every((name) => name === "" || holdsAny(wordsOf(name), ability)) &&
          !around.some((name) => holdsAny(wordsOf(name), leave)),
      );
      if (early) yield { subject: `${place.file}: ${callee}`, place, data: { callee } };
    }
  },
});
