import { escapeMarkdown } from "../../escape/markdown.js";
import type { Block, Line, PaperDocument, Value } from "../document.js";
import { documentSpeaker } from "../words/index.js";
import { madeWith, plain, questionNotice } from "./text.js";

/** The document as GitHub-flavoured Markdown. */
export function renderMarkdown(document: PaperDocument): string {
  const { title, subtitle, blocks, questions, language } = document;
  const words = documentSpeaker(language);
  const notice = questionNotice(document);
  const parts = [
    `# ${escapeMarkdown(title)}`,
    ...(subtitle === "" ? [] : [`_${escapeMarkdown(subtitle)}_`]),
    ...(notice === null ? [] : [`**${escapeMarkdown(notice)}**`]),
    ...blocks.flatMap((block, index) => blockLines(document, block, index)),
    ...(questions.length === 0
      ? []
      : [
          `## ${words.say("open-questions")}`,
          questions.map((text, at) => `${at + 1}. ${escapeMarkdown(text)}`).join("\n"),
        ]),
    escapeMarkdown(madeWith(document)),
  ];
  return `${parts.join("\n\n")}\n`;
}

function blockLines(document: PaperDocument, block: Block, index: number): string[] {
  const words = documentSpeaker(document.language);
  switch (block.type) {
    case "heading":
      return [`## ${escapeMarkdown(block.text)}`];
    case "paragraph":
      return [cell(block.value)];
    case "fields":
      return [
        grid(
          [words.say("label"), words.say("value")],
          block.rows.map(({ label, value }) => [`**${escapeMarkdown(label)}**`, cell(value)]),
        ),
      ];
    case "table": {
      const before = document.blocks[index - 1];
      const told = before?.type === "heading" && before.text === block.title;
      const rows = block.rows.map((row) => row.map(cell));
      return [
        ...(told ? [] : [`## ${escapeMarkdown(block.title)}`]),
        grid(
          block.columns.map(({ header }) => escapeMarkdown(header)),
          rows,
        ),
      ];
    }
    case "signature":
      return block.rows.map(
        ({ label, signed }) => `${escapeMarkdown(label)}: ${blankLine(signed ? words.say("signature-hint") : "")}`,
      );
  }
}

const blankLine = (hint: string): string => escapeMarkdown(plain({ kind: "blank", text: hint }));

function grid(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

function cell(value: Value): string {
  return value.map(inline).join("<br>");
}

function inline(line: Line): string {
  const text = escapeMarkdown(plain(line));
  return line.kind === "question" ? `**${text}**` : text;
}
