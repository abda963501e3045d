/** A phrase: one form, or one for each plural category of the language. Placeholders are written `{name}`; `{n}` is the number. */
export type Phrase = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
