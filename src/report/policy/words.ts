import type { Language, PolicyClause, Catalog, StatementKind } from "../../model/index.js";
import { createSpeaker, type Speaker } from "../../words/index.js";
import { valueWords } from "./values.js";
import { en } from "./words-en.js";
import { ru } from "./words-ru.js";

export type PolicySpeaker = Speaker<keyof typeof en>;

export const policyWords = { en, ru } as const;

export function policySpeaker(language: Language): PolicySpeaker {
  return createSpeaker<keyof typeof en>(policyWords[language], language);
}

/** What a clause says, kind by kind: `data: name, e-mail`. */
export function sayings(
  { statements }: PolicyClause,
  { catalog, words }: { readonly catalog: Catalog; readonly words: PolicySpeaker },
): string[] {
  const byKind = new Map<StatementKind, Set<string>>();
  for (const statement of statements) {
    const value = valueWords(statement, catalog, words.language);
    const said = statement.denied ? words.say("denied", { what: value }) : value;
    byKind.set(statement.kind, (byKind.get(statement.kind) ?? new Set<string>()).add(said));
  }
  return [...byKind].map(([kind, values]) => `${words.say(`kind.${kind}`)}: ${[...values].join(", ")}`);
}
