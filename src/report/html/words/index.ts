import type { Language } from "../../../model/index.js";
import { createSpeaker, type Phrase, type Speaker } from "../../../words/index.js";
import { en } from "./en.js";
import { enTerms } from "./en-terms.js";
import { ru } from "./ru.js";
import { ruTerms } from "./ru-terms.js";

export type PageKey = keyof typeof en | keyof typeof enTerms;

/** Puts what the page says in words of one language. */
export type PageSpeaker = Speaker<PageKey>;

/** What the page says of its own; data types, third parties and rules have their words in the data. */
export const pageWords = { en: { ...en, ...enTerms }, ru: { ...ru, ...ruTerms } } as const satisfies Record<
  Language,
  Record<PageKey, Phrase>
>;

export function pageSpeaker(language: Language): PageSpeaker {
  return createSpeaker<PageKey>(pageWords[language], language);
}
