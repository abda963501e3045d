/** How people write Cyrillic letters in Latin ones; the first spelling of each letter makes the usual form, the others its variants. */
const schemes: readonly Readonly<Record<string, string>>[] = [
  { й: "y", ж: "zh", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ы: "y", э: "e", ю: "yu", я: "ya", ь: "", ъ: "" },
  { й: "i", ж: "zh", х: "h", ц: "c", ч: "ch", ш: "sh", щ: "sch", ы: "y", э: "e", ю: "iu", я: "ia", ь: "", ъ: "" },
  { й: "j", ж: "j", х: "h", ц: "c", ч: "ch", ш: "sh", щ: "sh", ы: "i", э: "e", ю: "ju", я: "ja", ь: "", ъ: "" },
];

const shared: Readonly<Record<string, string>> = Object.fromEntries(
  [..."абвгдезиклмнопрстуфієїґ"].map((letter, at) => [letter, [..."abvgdeziklmnoprstuf", "i", "ie", "yi", "g"][at]!]),
);

/** Shorter words collide with words of other languages (`дом` with `dom`): the catalogue spells them out where they are safe. */
const shortest = 5;

/** Latin spellings of a Cyrillic word or phrase; none for a Latin one. */
export function transliterations(text: string): string[] {
  if (!/[\u0400-\u04ff]/.test(text) || text.replace(/[^\u0400-\u04ff]/g, "").length < shortest) return [];
  const spellings = schemes.map((scheme) =>
    [...text].map((letter) => scheme[letter] ?? shared[letter] ?? letter).join(""),
  );
  return [...new Set(spellings)].filter((spelling) => !/[\u0400-\u04ff]/.test(spelling));
}
