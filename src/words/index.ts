export type { Phrase } from "./phrase.js";
export { createSpeaker, type Speaker } from "./speaker.js";
