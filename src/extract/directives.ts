import type { FactBuilder } from "./fact-builder.js";
import type { SourceText } from "./source-text.js";

/**
 * `opis-ignore-next-line`, `opis-ignore-line`, and `opis-ignore-start` … `opis-ignore-end`, first thing in a comment of any syntax: a text
 * that only speaks of them suppresses nothing.
 */
const SUPPRESSION =
  /(?:\/\/|\/\*\*?|^[ \t]*\*|#|--|<!--|<%#|\{\{!(?:--)?)[ \t]*opis-ignore-(next-line|line|start|end)\b([^\n]*)/gm;
const COMMENT_END = /\s*(?:\*\/|-->|\*\/\}|--%>|#\}|\}\})\s*$/;

export function readSuppressions(source: SourceText, builder: FactBuilder): void {
  if (!source.text.includes("opis-ignore-")) return;
  const open: { rules: string[]; reason: string; at: readonly [number, number]; from: number }[] = [];
  for (const match of source.text.matchAll(SUPPRESSION)) {
    const at = [match.index, match.index + match[0].length] as const;
    const { line } = source.position(match.index);
    const [rulesText = "", ...reasonParts] = match[2]!.replace(COMMENT_END, "").split(/\s--\s/);
    const rules = rulesText.split(/[\s,]+/).filter(Boolean);
    const reason = reasonParts.join(" -- ").trim();
    if (match[1] === "start") open.push({ rules, reason, at, from: line });
    else if (match[1] === "end") {
      const start = open.pop();
      if (start)
        builder.suppression({ rules: start.rules, reason: start.reason, at: start.at, from: start.from, to: line });
      else
        builder.problem({
          message: "opis-ignore-end without opis-ignore-start",
          ...source.position(match.index),
          fatal: false,
        });
    } else {
      const covered = match[1] === "line" ? line : line + 1;
      builder.suppression({ rules, reason, at, from: covered, to: covered });
    }
  }
  for (const { rules, reason, at, from } of open) {
    builder.suppression({ rules, reason, at, from, to: Number.MAX_SAFE_INTEGER });
  }
}

const ANNOTATION = /@personalData\b([^\n*]*)/g;
const PAIR = /\b(category|purposes|item)=([\w.,-]+)/g;

/** `@personalData category=contact purposes=account,support` in a comment. */
export function readAnnotations(source: SourceText, builder: FactBuilder): void {
  if (!source.text.includes("@personalData")) return;
  for (const match of source.text.matchAll(ANNOTATION)) {
    const pairs = new Map([...match[1]!.matchAll(PAIR)].map((pair) => [pair[1]!, pair[2]!]));
    const category = pairs.get("category");
    const item = pairs.get("item");
    const purposes = pairs.get("purposes")?.split(",").filter(Boolean);
    builder.annotation({
      ...(category && { category }),
      ...(item && { item }),
      ...(purposes && { purposes }),
      at: [match.index, match.index + match[0].length],
    });
  }
}
