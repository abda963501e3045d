import type { Catalog, DataMap, Language } from "../../model/index.js";
import { partsOf } from "./parts.js";
import { draftWords } from "./words.js";

export interface PolicyDraftOptions {
  readonly language: Language;
  readonly catalog: Pick<Catalog, "dataTypes" | "recipients">;
}

/**
 * The sections of a policy that follow from a data map, as Markdown with numbered clauses. What the map does not say is a question, marked so that
 * none is published by mistake.
 */
export function draftPolicy(map: DataMap, { language, catalog }: PolicyDraftOptions): string {
  const words = draftWords[language];
  const { preamble, sections } = partsOf(map, { language, catalog, words });
  const chapters = sections.map(({ title, clauses }, index) => {
    const numbered = clauses.map((clause, row) => `${index + 1}.${row + 1}. ${clause}`);
    return `## ${index + 1}. ${title}\n\n${numbered.join("\n\n")}`;
  });
  return `${[`# ${words.title}`, preamble, ...chapters].join("\n\n")}\n`;
}
