export { type Renderer, type ReportContext } from "./context.js";
export { escapeTerminal, escapeTerminalLines } from "./escape/terminal.js";
export { formats, type Format, type FormatName } from "./formats.js";
export { speaker, type Key, type Speaker } from "./words/index.js";
