import type { Language } from "../../../model/index.js";
import { createSpeaker, type Phrase, type Speaker } from "../../../words/index.js";
import { en } from "./en.js";
import { enQuestions } from "./en-questions.js";
import { enRegisters } from "./en-registers.js";
import { ru } from "./ru.js";
import { ruQuestions } from "./ru-questions.js";
import { ruRegisters } from "./ru-registers.js";

export type DocumentKey = keyof typeof en | keyof typeof enRegisters | keyof typeof enQuestions;

/** What documents say of their own, in the terms of the law. */
export const documentWords = {
  en: { ...en, ...enRegisters, ...enQuestions },
  ru: { ...ru, ...ruRegisters, ...ruQuestions },
} as const satisfies Record<Language, Record<DocumentKey, Phrase>>;

export function documentSpeaker(language: Language): Speaker<DocumentKey> {
  return createSpeaker<DocumentKey>(documentWords[language], language);
}
