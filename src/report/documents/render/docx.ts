import {
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
} from "docx";
import type { Block, PaperDocument } from "../document.js";
import { documentSpeaker } from "../words/index.js";
import { settled } from "./archive.js";
import { fieldTable, lineParagraphs, plainTable } from "./docx-tables.js";
import { madeWith, questionNotice, safe } from "./text.js";

/** A4 in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = { top: 1134, bottom: 1134, left: 1134, right: 850 };
const FONT = "Arial";
const SMALL = 16;

/** The document for a word processor: A4, heads of tables on every page, questions highlighted. */
export async function renderDocx(document: PaperDocument): Promise<Uint8Array> {
  const { title, language, orientation } = document;
  const landscape = orientation === "landscape";
  const file = new Document({
    title: safe(title),
    creator: "Opis",
    lastModifiedBy: "Opis",
    description: safe(document.subtitle),
    styles: {
      default: {
        document: { run: { font: FONT, size: 20, language: { value: language === "ru" ? "ru-RU" : "en-GB" } } },
        title: { run: { size: 30, bold: true }, paragraph: { spacing: { after: 60 } } },
        heading1: {
          run: { size: 23, bold: true },
          paragraph: { spacing: { before: 280, after: 100 }, keepNext: true },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: "questions",
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: "%1.",
              style: { paragraph: { indent: { left: 420, hanging: 420 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { ...PAGE, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: MARGIN,
          },
        },
        footers: { default: footer(document) },
        children: children(document, (landscape ? PAGE.height : PAGE.width) - MARGIN.left - MARGIN.right),
      },
    ],
  });
  return settled(await Packer.toBuffer(file), document.date);
}

function children(document: PaperDocument, width: number): FileChild[] {
  const { title, subtitle, blocks, questions, language } = document;
  const words = documentSpeaker(language);
  const notice = questionNotice(document);
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(safe(title))] }),
    ...(subtitle === "" ? [] : [paragraph(safe(subtitle), { color: "595959" })]),
    ...(notice === null ? [] : [paragraph(notice, { bold: true, highlight: "yellow" })]),
    ...blocks.flatMap((block, index) => blockChildren(document, block, { index, width })),
    ...(questions.length === 0
      ? []
      : [
          heading(words.say("open-questions")),
          ...questions.map(
            (text) =>
              new Paragraph({
                numbering: { reference: "questions", level: 0 },
                spacing: { after: 40 },
                children: [new TextRun(safe(text))],
              }),
          ),
        ]),
  ];
}

interface Place {
  readonly index: number;
  readonly width: number;
}

function blockChildren(document: PaperDocument, block: Block, { index, width }: Place): FileChild[] {
  const before = document.blocks[index - 1];
  switch (block.type) {
    case "heading":
      return [heading(block.text)];
    case "paragraph":
      return lineParagraphs(block.value, { spacing: { before: 120, after: 120 } });
    case "fields":
      return [...(before?.type === "heading" ? [] : [gap()]), fieldTable(block.rows, width), gap()];
    case "table": {
      const told = before?.type === "heading" && before.text === block.title;
      return [...(told ? [] : [heading(block.title)]), plainTable(block, width), gap()];
    }
    case "signature":
      return signatures(block.rows, documentSpeaker(document.language).say("signature-hint"));
  }
}

function heading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(safe(text))] });
}

function paragraph(text: string, look: { bold?: boolean; color?: string; highlight?: "yellow" }): Paragraph {
  return new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text, ...look })] });
}

/** Two tables that touch would run into one. */
function gap(): Paragraph {
  return new Paragraph({ spacing: { line: 120 }, children: [] });
}

function signatures(rows: Extract<Block, { type: "signature" }>["rows"], hint: string): Paragraph[] {
  return rows.map(
    ({ label, signed }, index) =>
      new Paragraph({
        keepNext: index < rows.length - 1,
        keepLines: true,
        spacing: { before: 280 },
        children: [
          new TextRun(`${safe(label)}  _________________________  `),
          ...(signed ? [new TextRun({ text: `(${hint})`, size: SMALL, color: "595959" })] : []),
        ],
      }),
  );
}

function footer(document: PaperDocument): Footer {
  const words = documentSpeaker(document.language);
  const [page, of] = [words.say("page"), words.say("page-of")];
  return new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({
            size: SMALL,
            color: "595959",
            children: [
              `${safe(madeWith(document))}  ·  ${page} `,
              PageNumber.CURRENT,
              ` ${of} `,
              PageNumber.TOTAL_PAGES,
            ],
          }),
        ],
      }),
    ],
  });
}
