import type { Language } from "../../model/index.js";
import { createSpeaker, type Speaker } from "../../words/index.js";
import { en } from "./en.js";
import { ru } from "./ru.js";

export type LspKey = keyof typeof en;
export type LspSpeaker = Speaker<LspKey>;

/** What is said in editors beside the words of the rules. */
export const lspWords = { en, ru } as const;

export function lspSpeaker(language: Language): LspSpeaker {
  return createSpeaker<LspKey>(lspWords[language], language);
}
