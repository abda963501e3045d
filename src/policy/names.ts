import type { CatalogRecipient, PolicyNames } from "../model/index.js";
import { plain, stemOf, wordsOf, type Word } from "./words.js";

/** A name by which texts know a recipient. */
export interface Name {
  /** Id of a recipient, or `vendor:` and the company. */
  readonly value: string;
  readonly words: readonly string[];
  /** A word of the language as well. */
  readonly ordinary: boolean;
}

/** Kinds of the catalogue that are no third party, and entries that stand for whatever service one chooses. */
const NOBODY = /of one's choice|on the device|of the device|of the browser/;

/** Names of all recipients: titles, what texts call them besides, and the companies behind them. Longer ones first. */
export function recipientNames(recipients: ReadonlyMap<string, CatalogRecipient>, names: PolicyNames): Name[] {
  const ordinary = new Set(names.ordinary.map(plain));
  const found = new Map<string, Name>();
  const add = (text: string, value: string): void => {
    const words = wordsOf(text).map(({ text: word }) => word);
    const key = words.join(" ");
    if (words.length > 0 && !found.has(key)) found.set(key, { value, words, ordinary: ordinary.has(key) });
  };
  for (const [id, { title }] of recipients) {
    if (NOBODY.test(title.en)) continue;
    for (const alias of Object.hasOwn(names.recipients, id) ? names.recipients[id]! : []) add(alias, id);
    for (const part of [title.en, title.ru].flatMap(partsOf)) if (isName(part)) add(part, id);
  }
  for (const { vendor } of recipients.values()) for (const name of companiesOf(vendor)) add(name, `vendor:${vendor}`);
  return [...found.values()].sort((a, b) => b.words.length - a.words.length);
}

/** `Google Analytics and Tag Manager` names two; what stands in brackets explains. */
function partsOf(title: string): string[] {
  const bare = title.replace(/\([^)]*\)/g, " ");
  return bare.split(/,|\s(?:and|и)\s/).map((part) => part.trim());
}

/** Capitals, digits or dots in every word; a description is no name. */
function isName(text: string): boolean {
  return (
    text.length > 1 &&
    text.split(/\s+/).every((word) => /^[\p{Lu}\p{Nd}]|.[\p{Lu}.]/u.test(word) || /^\p{Ll}+\.\p{Ll}+$/u.test(word))
  );
}

const LEGAL_FORM =
  /[,\s]+(?:Inc|LLC|Ltd|Limited|GmbH|AG|AB|SA|S\.A|SAS|B\.?V|Corp|Corporation|Co|PLC|Oy|AS|ApS|Pty|S\.?r\.?l|LP|FZ|FZE|FZ-LLC|Holdings?|Group|Technologies|Platforms|International|ООО|АО|ПАО)\.?(?=$|[,\s])/giu;

function companiesOf(vendor: string): string[] {
  const bare = vendor
    .replace(/\([^)]*\)/g, " ")
    .replace(LEGAL_FORM, "")
    .trim();
  return bare === "" || bare.split(/\s+/).length > 3 || !isName(bare) ? [] : [bare];
}

/** Names at the words of a sentence. A name begins in a capital, unless it holds a dot or is written in capitals nowhere. */
export function namesIn(
  names: readonly Name[],
  words: readonly Word[],
  text: string,
): { name: Name; at: number; to: number }[] {
  const found: { name: Name; at: number; to: number }[] = [];
  const taken = new Set<number>();
  const held = new Set(words.flatMap(({ text: word, stem }) => [word, stem]));
  for (const name of names) {
    if (!name.words.every((word) => held.has(word) || held.has(stemOf(word)))) continue;
    for (let at = 0; at + name.words.length <= words.length; at++) {
      if (taken.has(at) || !isAt(name, words, at) || !looksLikeName(words[at]!, text)) continue;
      const to = at + name.words.length - 1;
      for (let index = at; index <= to; index++) taken.add(index);
      found.push({ name, at, to });
    }
  }
  return found;
}

function isAt({ words: wanted }: Name, words: readonly Word[], at: number): boolean {
  return wanted.every((word, offset) => {
    const { text, stem } = words[at + offset]!;
    return text === word || (/\p{Script=Cyrillic}/u.test(word) && word.length > 3 && stem === stemOf(word));
  });
}

function looksLikeName({ start }: Word, text: string): boolean {
  return /^[\p{Lu}\p{Nd}]|^\p{Ll}+\p{Lu}|^\p{Ll}+\.\p{Ll}/u.test(text.slice(start));
}
