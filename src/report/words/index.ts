import type { Language } from "../../model/index.js";
import { createSpeaker, type Phrase, type Speaker as SpeakerOf } from "../../words/index.js";
import { en } from "./en.js";
import { ru } from "./ru.js";

export type Key = keyof typeof en;

/** Puts keys in words of one language. */
export type Speaker = SpeakerOf<Key>;

/** All words of the reports. What rules, data types and recipients are called is in the catalogue. */
export const words = { en, ru } as const satisfies Record<Language, Record<Key, Phrase>>;

export function speaker(language: Language): Speaker {
  return createSpeaker<Key>(words[language], language);
}
