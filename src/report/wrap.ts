import wrapAnsi from "wrap-ansi";

/** Prose wrapped at `width`, every line after `first` columns of text indented by `indent` spaces; the first line is not indented. */
export function wrap(text: string, width: number, indent: number): string {
  const lines = wrapAnsi(text, Math.max(20, width - indent), { trim: true }).split("\n");
  return lines.join(`\n${" ".repeat(indent)}`);
}
