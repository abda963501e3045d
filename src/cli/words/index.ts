import type { Language } from "../../model/index.js";
import { createSpeaker, type Speaker as SpeakerOf } from "../../words/index.js";
import { en } from "./en.js";
import { ru } from "./ru.js";

export type CliKey = keyof typeof en;
export type CliSpeaker = SpeakerOf<CliKey>;

/** What the command line says beside the reports. */
export const cliWords = { en, ru } as const;

export function cliSpeaker(language: Language): CliSpeaker {
  return createSpeaker<CliKey>(cliWords[language], language);
}
