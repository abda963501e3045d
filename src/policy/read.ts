import type { Catalog, Language, PolicyClause, PolicyText } from "../model/index.js";
import { cutClauses, sentencesOf, type RawClause } from "./clauses.js";
import type { Block } from "./formats/block.js";
import { readDocx } from "./formats/docx.js";
import { readHtml } from "./formats/html.js";
import { readMarkdown } from "./formats/markdown.js";
import { readText } from "./formats/text.js";
import { recognise } from "./recognise.js";
import { topicsOf } from "./topics.js";
import { vocabularyOf, type Vocabulary } from "./vocabulary.js";

/** A policy that cannot be read: not a text, or of a kind that is not known. */
export class PolicyError extends Error {
  readonly reason: "format" | "damaged" | "empty" | "too-large" | "missing";
  readonly file: string;

  constructor(reason: PolicyError["reason"], file: string, options?: ErrorOptions) {
    super(`policy ${file}: ${reason}`, options);
    this.name = "PolicyError";
    this.reason = reason;
    this.file = file;
  }
}

const LARGEST = 8 * 1024 * 1024;

/**
 * Reads a published policy: its clauses and what they say.
 * @param file as places name it; its ending tells the format
 * @throws PolicyError
 */
export async function readPolicy(
  file: string,
  bytes: Uint8Array,
  catalog: Pick<Catalog, "policy" | "recipients">,
): Promise<PolicyText> {
  if (bytes.byteLength > LARGEST) throw new PolicyError("too-large", file);
  const { blocks, lines } = await blocksOf(file, bytes);
  const raw = cutClauses(blocks);
  if (raw.length === 0) throw new PolicyError("empty", file);
  const vocabulary = vocabularyOf(catalog);
  const topics = topicsOf(raw, vocabulary);
  const clauses = raw.map((clause, index) => toClause(clause, topics[index]!, vocabulary));
  return { file, language: languageOf(clauses), clauses, lines };
}

async function blocksOf(file: string, bytes: Uint8Array): Promise<{ blocks: Block[]; lines: string[] }> {
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
  if (ending === "docx") {
    const blocks = await readDocx(bytes).catch((cause: unknown) => {
      throw new PolicyError("damaged", file, { cause });
    });
    return { blocks, lines: blocks.map(({ text }) => text) };
  }
  if (bytes.includes(0)) throw new PolicyError("format", file);
  const text = new TextDecoder("utf-8").decode(bytes).replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const lines = text.split("\n");
  if (/^html?$|^xhtml$/.test(ending)) return { blocks: readHtml(text), lines };
  if (/^(?:md|markdown|mdx)$/.test(ending)) return { blocks: readMarkdown(text), lines };
  return { blocks: readText(text), lines };
}

function toClause(clause: RawClause, topics: PolicyClause["topics"], vocabulary: Vocabulary): PolicyClause {
  const { number, numbered, line, endLine, headings, blocks } = clause;
  const text = blocks.map((block) => block.text).join("\n");
  const statements = sentencesOf(clause).flatMap((sentence) => recognise(sentence, topics, vocabulary));
  return { number, numbered, line, endLine, headings, text, topics, statements };
}

function languageOf(clauses: readonly PolicyClause[]): Language {
  const text = clauses.map((clause) => clause.text).join(" ");
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return cyrillic > latin ? "ru" : "en";
}
