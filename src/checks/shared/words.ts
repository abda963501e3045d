/** Words of an identifier or a text, in lower case: `acceptTerms`, `accept_terms` and `Accept terms` alike. */
export function wordsOf(text: string): string[] {
  return text
    .replace(/(\p{Ll}|\p{Nd})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{Nd}]+/u)
    .filter(Boolean);
}

/** Whether some word begins with each of the stems. A combination is written as text: `accept terms`. */
export function holds(words: readonly string[], combination: string): boolean {
  return combination.split(" ").every((stem) => words.some((word) => word.startsWith(stem)));
}

export function holdsAny(words: readonly string[], combinations: readonly string[]): boolean {
  return combinations.some((combination) => holds(words, combination));
}
