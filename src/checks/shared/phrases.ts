/** Words of an identifier in lower case: `parentConsent`, `parent_consent` and `ParentConsent` are two. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\p{Nd})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{Nd}]+/u)
    .filter(Boolean);
}

/** The first phrase whose words stand side by side in the name; the last may be in the plural. */
export function findPhrase(name: string, phrases: readonly string[]): string | null {
  const words = wordsOf(name);
  return phrases.find((phrase) => holds(words, phrase.split(" "))) ?? null;
}

function holds(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_, start) =>
    phrase.every((part, offset) => {
      const word = words[start + offset];
      return word === part || (offset === phrase.length - 1 && word === `${part}s`);
    }),
  );
}
