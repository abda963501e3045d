import { PARAGRAPH, tidy, type Block } from "./block.js";

const BULLET = /^\s*[-–—•*·▪●]\s+/;

/** Blocks of a plain text: paragraphs between blank lines, and lines that begin as items do. */
export function readText(text: string): Block[] {
  const blocks: Block[] = [];
  let open: { lines: string[]; line: number; item: boolean } | null = null;
  const close = (endLine: number): void => {
    const joined = open ? tidy(open.lines.join("\n")) : "";
    if (open && joined !== "") blocks.push({ ...PARAGRAPH, text: joined, line: open.line, endLine, item: open.item });
    open = null;
  };
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    const bullet = BULLET.exec(line);
    if (line.trim() === "" || bullet) close(index);
    if (line.trim() === "") continue;
    open ??= { lines: [], line: index + 1, item: bullet !== null };
    open.lines.push(bullet ? line.slice(bullet[0].length) : line);
  }
  close(lines.length);
  return blocks;
}
