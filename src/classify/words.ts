/** Letters that decomposition leaves whole, or that lose their sense without a mark. */
const letters: ReadonlyMap<string, string> = new Map([
  ["ß", "ss"],
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ð", "d"],
  ["þ", "th"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ı", "i"],
  ["ё", "е"],
]);

/**
 * Lower case without diacritics. Cyrillic keeps its own letters (`й` is no accented `и`), but `ё` is written `е` as most people do.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[\x20-\x7e]*$/.test(lower)) return lower;
  let folded = "";
  for (const letter of lower.normalize("NFC")) {
    folded += letters.get(letter) ?? (isCyrillic(letter) ? letter : letter.normalize("NFD").replace(/\p{M}+/gu, ""));
  }
  return folded;
}

function isCyrillic(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return code >= 0x400 && code <= 0x4ff;
}

const wordForm = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+|\p{N}+/gu;

/** Words of one name: `IPAddress` → ip, address; `e_mail` → e, mail; `last4` → last, 4. */
export function splitWords(text: string): string[] {
  // Marks are composed first, lest they cut a word in two; a plural `s` after an acronym belongs to it.
  const composed = text.normalize("NFC").replace(/\p{M}+/gu, "");
  const whole = composed.replace(/([A-Z]{2,})s(?![a-z])/g, (_, acronym: string) => `${acronym}S`);
  return (whole.match(wordForm) ?? []).map(fold);
}

/**
 * Segments of a field's path, each split into words, the field itself last: `user[home_address].city` → [[user], [home, address], [city]].
 */
export function splitPath(name: string): string[][] {
  const segments = name
    .split(/[.[\]/]+/u)
    .map(splitWords)
    .filter((words) => words.some((word) => !/^\p{N}+$/u.test(word)));
  return segments.length > 0 ? segments : [splitWords(name)];
}

/** English singular of a word, near enough for look-up; a word of another language seldom changes. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  if (/(?:gno|naly|cri|spi)ses$/.test(word)) return `${word.slice(0, -2)}is`;
  return word.slice(0, -1);
}
