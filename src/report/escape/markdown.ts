import { escapeTerminal } from "./terminal.js";

/**
 * Text from scanned code within Markdown: nothing in it formats, links, mentions or ends a table cell. A zero-width space keeps forges from
 * making people of `@name`, issues of `#1` and links of addresses, which they do after escapes are gone.
 */
export function escapeMarkdown(text: string): string {
  return escapeTerminal(text)
    .replace(/[\\`*_[\]<>|~&$]/g, (character) => `\\${character}`)
    .replace(/@(?=[\p{L}\p{N}])|[#!%^](?=\d)|:(?=\/\/)|\bwww(?=\.)/gu, (match) => `${match}\u200b`);
}

/** The same as code, whatever backticks it holds. */
export function markdownCode(text: string): string {
  const safe = escapeTerminal(text).replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...safe.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 ? " " : "";
  return safe === "" ? "" : `${fence}${pad}${safe}${pad}${fence}`;
}
