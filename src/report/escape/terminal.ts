/**
 * Characters that do something to a terminal or to the reader instead of being seen: controls, escape sequences, directional overrides
 * ("trojan source"), zero-width and tag characters, line separators, lone surrogates.
 */
const UNSEEN =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Text from scanned code, made safe to print on one line: what cannot be seen is shown as `\u{202e}`. */
export function escapeTerminal(text: string): string {
  return text.replace(UNSEEN, codePoint);
}

/** The same for text of several lines, such as a message of a parser: line feeds stay. */
export function escapeTerminalLines(text: string): string {
  return text.split(/\r?\n/).map(escapeTerminal).join("\n");
}

function codePoint(character: string): string {
  return `\\u{${character.codePointAt(0)!.toString(16)}}`;
}
