/** Text of the map inside Markdown: on one line, its signs of markup taken literally. */
export function escapeText(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>#|]/g, "\\$&");
}
