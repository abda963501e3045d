import { defineCheck } from "../check.js";
import { practicesOf, textLists } from "../shared/practices.js";
import { holds, holdsAny, wordsOf } from "../shared/words.js";

interface Parameters {
  /** Combinations of stems that a consent's name or words hold. */
  readonly consents: readonly string[];
  /** Stems that make something else of it: a setting, a window, a requirement. */
  readonly otherwise: readonly string[];
  /** Stems by which the words beside a box ask for leave, name the documents of a service, and speak of advertising. */
  readonly asking: readonly string[];
  readonly documents: readonly string[];
  readonly advertising: readonly string[];
}

/** A consent that is given before the person does anything, and one box that gives several. */
export default defineCheck<Parameters>({
  id: "consent/pre-ticked",
  parameters: textLists("consents", "otherwise", "asking", "documents", "advertising"),
  *run(model, { consents, otherwise, asking, documents, advertising }) {
    const isConsent = (text: string): boolean => {
      const words = wordsOf(text);
      return holdsAny(words, consents) && !words.some((word) => otherwise.some((stem) => holds([word], stem)));
    };
    for (const { name, label, how, place } of practicesOf(model, "preset-choice")) {
      if (!isConsent(name) && !(label !== null && isConsent(label))) continue;
      yield {
        subject: `${place.file}: ${name || label}`,
        place,
        data: { choice: name || label!, problem: "preset", how },
      };
    }
    for (const { name, label, place } of practicesOf(model, "box")) {
      const words = wordsOf(label);
      if (![asking, documents, advertising].every((stems) => holdsAny(words, stems))) continue;
      yield { subject: `${place.file}: ${name ?? label}`, place, data: { choice: label, problem: "several", how: "" } };
    }
  },
});
