import { groupBy, type LoadWay } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { practicesOf, textLists } from "../shared/practices.js";
import { holdsAny, wordsOf } from "../shared/words.js";

interface Parameters {
  /** Kinds of systems that watch visitors. */
  readonly kinds: readonly string[];
  /** Stems of words that speak of a visitor's leave. */
  readonly leave: readonly string[];
  /** Stems that do so in names of values; in constants they speak of how the program is set up. */
  readonly switches: readonly string[];
}

/** A tracker that starts with the page, whatever the visitor answers. Only trackers known to set cookies are meant. */
export default defineCheck<Parameters>({
  id: "consent/tracker-before-consent",
  parameters: textLists("kinds", "leave", "switches"),
  *run(model, { kinds, leave, switches }) {
    const asks = (name: string): boolean => {
      const words = wordsOf(name);
      return holdsAny(words, leave) || (name !== name.toUpperCase() && holdsAny(words, switches));
    };
    const unasked = ({ conditions, around }: LoadWay) => ![...conditions, ...around].some(asks);
    const early = practicesOf(model, "tracker-start").filter(({ recipient, ways }) => {
      const known = model.catalog.recipients.get(recipient);
      return known !== undefined && kinds.includes(known.kind) && known.cookies.length > 0 && ways.some(unasked);
    });
    for (const [subject, [first, ...others]] of groupBy(
      early,
      ({ place, recipient }) => `${place.file}: ${recipient}`,
    )) {
      const { recipient, callee, place } = first!;
      const related = others.map((other) => ({ place: other.place, role: "mention" }));
      yield { subject, place, data: { recipient, callee }, related };
    }
  },
});
