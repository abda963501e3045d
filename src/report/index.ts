export { type Renderer, type ReportContext } from "./context.js";
export { skippedFiles } from "./counts.js";
export { escapeTerminal, escapeTerminalLines } from "./escape/terminal.js";
export { formats, type Format, type FormatName } from "./formats.js";
export { speaker, words, type Key, type Speaker } from "./words/index.js";
export type { Phrase } from "./words/key.js";
export { createSpeaker, type Speaker as SpeakerOf } from "./words/speaker.js";
