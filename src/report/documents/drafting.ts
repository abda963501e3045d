import type { AuditResult, Catalog, DeclaredMap, InventoryRow, Language } from "../../model/index.js";
import type { Speaker } from "../../words/index.js";
import { emptyMap } from "./empty-map.js";
import { namesIn, type Names } from "./names.js";
import { documentSpeaker, type DocumentKey } from "./words/index.js";

/** What a document is drafted from. */
export interface DocumentInput {
  readonly result: AuditResult;
  /** An earlier result, such as the one that a notification was filed by; null without one. */
  readonly previous: AuditResult | null;
  readonly catalog: Catalog;
  readonly language: Language;
  /** Commit that the code stood at; null where that is not known. */
  readonly commit: string | null;
  /** Kind of data subject that was asked for, by its id in the map. */
  readonly subject: string | null;
}

/** The same, ready for those who draft: a map there always is, and words for everything. */
export interface Drafting extends DocumentInput {
  readonly map: DeclaredMap;
  readonly words: Speaker<DocumentKey>;
  readonly say: Speaker<DocumentKey>["say"];
  readonly names: Names;
  /** Personal data in the code that stands in documents: certain enough, and not denied by the map. */
  readonly rows: readonly InventoryRow[];
}

export function draftingOf(input: DocumentInput): Drafting {
  const { result, catalog, language } = input;
  const map = result.declared ?? emptyMap;
  const words = documentSpeaker(language);
  return {
    ...input,
    map,
    words,
    say: words.say,
    names: namesIn(language, map, catalog, result),
    rows: result.inventory.filter(
      ({ dataType, confidence, notPersonal }) =>
        dataType !== "person_reference" && confidence !== "low" && !notPersonal,
    ),
  };
}
