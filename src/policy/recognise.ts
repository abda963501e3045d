import type { PolicyStatement, PolicyTopic, StatementKind } from "../model/index.js";
import type { Sentence } from "./clauses.js";
import { derive } from "./derive.js";
import { namesIn } from "./names.js";
import { isNegated, isUndone } from "./negation.js";
import { findPattern, heldBy, mayMatch, type Held, type Match, type Pattern } from "./pattern.js";
import type { Vocabulary, Wording } from "./vocabulary.js";
import { wordsOf, type Word } from "./words.js";

/** A sentence with what decides how its words are taken. */
export interface Reading {
  readonly text: string;
  readonly line: number;
  readonly words: readonly Word[];
  readonly held: Held;
  readonly topics: readonly PolicyTopic[];
  /** The list it stands in is led in by "we do not". */
  readonly leadDenies: boolean;
}

export type Stated = Pick<PolicyStatement, "kind" | "value" | "denied">;

/** Everything that a sentence says. */
export function recognise(
  sentence: Sentence,
  topics: readonly PolicyTopic[],
  vocabulary: Vocabulary,
): PolicyStatement[] {
  const words = wordsOf(sentence.text);
  const lead = sentence.lead === null ? null : wordsOf(sentence.lead);
  const leadDenies = lead !== null && isNegated(lead, lead.length);
  const reading: Reading = { text: sentence.text, line: sentence.line, words, held: heldBy(words), topics, leadDenies };
  const found: PolicyStatement[] = [];
  const defines = topics.includes("definitions") || isDefinition(reading);
  for (const wording of vocabulary.wordings) {
    if (defines && !TOLD_ANYWHERE.has(wording.kind)) continue;
    if (!applies(wording, reading)) continue;
    for (const pattern of wording.patterns) {
      const match = find(pattern, reading);
      if (!match) continue;
      found.push(...statementsOf(wording, match, reading, vocabulary));
      break;
    }
  }
  return distinct([...found, ...named(reading, vocabulary)]);
}

/** What a definition tells as well: of the operator and of the text itself. */
const TOLD_ANYWHERE: ReadonlySet<StatementKind> = new Set(["inn", "ogrn", "email", "effective", "version"]);

/** Says what a word means, not what is done. */
function isDefinition({ text, words }: Reading): boolean {
  return (
    /^[«"“]?\p{L}[\p{L} -]{2,60}[»"”]?\s*(?:\([^)]*\)\s*)?[—–-]\s(?:это\s)?\p{Ll}/u.test(text) ||
    /^[«"“]?\p{L}[\p{L} -]{2,60}[»"”]?\s+(?:means|shall mean|refers to|is any information|is information)\b/u.test(
      text,
    ) ||
    (words[0]?.stem === "к" && /относятся[:,]|, в частности,? относ/u.test(text))
  );
}

function find(pattern: Pattern, { words, held }: Reading): Match | null {
  return mayMatch(pattern, held) ? findPattern(pattern, words) : null;
}

function applies({ topics, notTopics, orWith, unless }: Wording, reading: Reading): boolean {
  const { topics: own } = reading;
  if (notTopics?.some((topic) => own.includes(topic))) return false;
  if (unless.some((pattern) => find(pattern, reading))) return false;
  if (!topics || topics.some((topic) => own.includes(topic))) return true;
  return orWith.some((pattern) => find(pattern, reading));
}

function statementsOf(wording: Wording, match: Match, reading: Reading, vocabulary: Vocabulary): PolicyStatement[] {
  const reach = wording.kind === "special" ? reading.words.length : match.from;
  const negated = reading.leadDenies || isNegated(reading.words, reach) || isUndone(reading.words, match.to);
  if (negated && wording.negated === "dropped") return [];
  const denied = negated && wording.negated === "denied";
  return derive(wording, match, reading, vocabulary).map((value) =>
    statement(wording.kind, value, denied, match, reading),
  );
}

/** Recipients by name. A name that is a word as well counts beside another, or where recipients are the matter. */
function named(reading: Reading, { recipients }: Vocabulary): PolicyStatement[] {
  const all = namesIn(recipients, reading.words, reading.text);
  const sure = all.some(({ name }) => !name.ordinary);
  const matter = reading.topics.some((topic) => topic === "recipients" || topic === "transfer" || topic === "cookies");
  return all
    .filter(({ name }) => !name.ordinary || sure || matter)
    .map(({ name, at, to }) => {
      const denied = reading.leadDenies || isNegated(reading.words, at);
      return statement("recipient", name.value, denied, { from: at, to }, reading);
    });
}

function statement(
  kind: StatementKind,
  value: string,
  denied: boolean,
  match: Match,
  reading: Reading,
): PolicyStatement {
  return { kind, value, denied, quote: quote(reading, match), line: reading.line };
}

const LONGEST_QUOTE = 140;

/** The words found with some around them, cut between words. */
function quote({ text, words }: Reading, { from, to }: Match): string {
  if (text.length <= LONGEST_QUOTE) return text;
  const [head, tail] = [words[from]!, words[to]!];
  // What was found lies far apart: where it begins and where it ends tell what was read.
  if (tail.end - head.start > LONGEST_QUOTE) {
    const begins = words.findLast(({ end }) => end <= head.start + LONGEST_QUOTE / 2)!;
    const ends = words.find(({ start }) => start >= tail.end - LONGEST_QUOTE / 2)!;
    return `${from > 0 ? "…" : ""}${text.slice(head.start, begins.end)} … ${text.slice(ends.start, tail.end)}…`;
  }
  let first = Math.max(0, from);
  let last = Math.min(words.length - 1, to);
  const length = (): number => words[last]!.end - words[first]!.start;
  while (length() < LONGEST_QUOTE && (first > 0 || last < words.length - 1)) {
    if (first > 0 && from - first <= 3) first--;
    else if (last < words.length - 1) last++;
    else first--;
  }
  const end = last === words.length - 1 ? text.length : words[last]!.end;
  const start = first === 0 ? 0 : words[first]!.start;
  return `${start > 0 ? "…" : ""}${text.slice(start, Math.min(end, start + LONGEST_QUOTE + 40))}${end < text.length ? "…" : ""}`;
}

function distinct(statements: readonly PolicyStatement[]): PolicyStatement[] {
  const seen = new Set<string>();
  return statements.filter(({ kind, value, denied }) => {
    const key = `${kind}\0${value}\0${denied}`;
    return !seen.has(key) && seen.add(key);
  });
}
