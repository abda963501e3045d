import type { Catalog } from "../model/index.js";
import { recognise } from "./recognise.js";
import { vocabularyOf } from "./vocabulary.js";

/** What the title of a purpose says when it is read as the clause of a policy would be. */
export interface PurposeTitle {
  readonly classes: readonly string[];
  /** What makes it vague, or null. */
  readonly vague: string | null;
}

/** Puts the title of a purpose into the classes by which texts of policies are known. */
export function purposeOf(title: string, catalog: Pick<Catalog, "policy" | "recipients">): PurposeTitle {
  const stated = recognise({ text: title, line: 1, lead: null }, ["purposes"], vocabularyOf(catalog));
  return {
    classes: stated.filter(({ kind }) => kind === "purpose").map(({ value }) => value),
    vague: stated.find(({ kind }) => kind === "vague-purpose")?.value ?? null,
  };
}
