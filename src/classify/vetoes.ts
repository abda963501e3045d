import type { Evidence, LinkedField } from "../model/index.js";
import { keyOf, type Lexicon } from "./lexicon.js";
import { has, type Candidate, type NameAnalysis } from "./name-analysis.js";
import { mentions } from "./owner-name.js";
import type { CodeBase, OwnerView } from "./owner-view.js";
import { weights } from "./weights.js";
import { singular } from "./words.js";

interface Surroundings {
  readonly field: LinkedField;
  readonly owner: OwnerView;
  readonly base: CodeBase;
}

/** What around a pattern makes the name mean something else. */
export function vetoes(candidate: Candidate, analysis: NameAnalysis, { field, owner, base }: Surroundings): Evidence[] {
  const { pattern, start, head, exception, demoted } = candidate;
  const before = analysis.words.slice(0, start);
  const asked = analysis.flag !== null && has(base.lexicon, "question", analysis.flag);
  const words = [
    exception,
    exceptionAcross(candidate, analysis, owner, base.lexicon),
    demoted,
    head,
    before.find((word) => has(base.lexicon, "sample", word)) ?? null,
    start > 0 && !(pattern.type.flags && asked) ? analysis.flag : null,
    keyOfRow(candidate, analysis, owner, base),
    shortValue(candidate, analysis, field),
  ];
  const found = words.filter((word) => word !== null).map((word): Evidence => veto(word));
  const stranger = strangerIn(candidate, field, owner);
  const weight = weights.stranger[pattern.tier];
  if (stranger !== null && weight !== 0) found.push({ kind: "veto", detail: stranger, weight });
  return found;
}

/**
 * A value too short for what the name may mean: an event's `name` out of a list is its kind, a `data` of yes or no is an answer. Patterns that
 * hold by themselves are judged by the types of their data type alone.
 */
function shortValue(
  { pattern: { tier, phrase }, end }: Candidate,
  { words, flag }: NameAnalysis,
  { fact }: LinkedField,
): string | null {
  const counts = words[end - 1] !== singular(words[end - 1]!) && !phrase.endsWith("s");
  if (tier === "act" && fact.type === "boolean" && flag === null) return fact.type;
  // A number under a plural counts: the `tokens` of a model's answer.
  if (tier === "likely" && fact.type === "number" && fact.list !== true && counts) return fact.type;
  return tier === "inside" && fact.type === "enum" && words.at(-1) === "name" ? fact.type : null;
}

export function veto(detail: string): Evidence {
  return { kind: "veto", detail, weight: weights.veto };
}

/** The phrase that means something else may stand in the record's name, or begin there: `PaymentSession.id`, `Csrf.token`. */
function exceptionAcross(
  { pattern, start, end }: Candidate,
  { words }: NameAnalysis,
  { inner }: OwnerView,
  lexicon: Lexicon,
): string | null {
  if (start > 0) return null;
  const [last, lastTwo] = [inner.slice(-1), inner.slice(-2)];
  const spoken = words.slice(0, end);
  const phrases = [
    [...last, ...spoken],
    [...lastTwo, ...spoken],
  ];
  if (pattern.tier === "inside") phrases.push(lastTwo);
  for (const phrase of phrases) {
    const key = keyOf(phrase.map(singular));
    const exception = lexicon.exceptions.get(key)?.find(({ type }) => type === pattern.type.id);
    if (exception) return exception.phrase;
  }
  return null;
}

/**
 * The row this key numbers, when it is a key and no datum: `email_id` outside a person's record or where the code base has a record of
 * e-mails, the `id` of a session that holds its session id beside it.
 */
function keyOfRow(
  { pattern, start, end }: Candidate,
  { identifies, ownIdentifier }: NameAnalysis,
  { holds, role }: OwnerView,
  { nouns }: CodeBase,
): string | null {
  const { type, tier } = pattern;
  if (ownIdentifier) return tier === "inside" && holds.has(type.id) ? type.id : null;
  if (identifies === null || end < identifies.length) return null;
  const noun = identifies.map(singular);
  if (start >= identifies.length) return tier === "inside" || tier === "context" ? noun.join(" ") : null;
  if (end > identifies.length) return null;
  return role !== "person" || nouns.has(keyOf(noun)) ? noun.join(" ") : null;
}

/**
 * A word before the pattern that makes it the name of something else. A key of the browser's store or a header carries the product's or the
 * network's name before it, and is about the visitor all the same.
 */
function strangerIn(
  { pattern, strangers, qualifier }: Candidate,
  { owner: { fact } }: LinkedField,
  { role }: OwnerView,
): string | null {
  const { type, tier, loose } = pattern;
  if (loose || fact.kind === "cookie" || fact.kind === "web-storage" || fact.kind === "device") return null;
  const known = (word: string): boolean => type.context.has(word) || type.inside.has(word) || type.services.has(word);
  const unknown = strangers.find((word) => !known(word));
  if (unknown !== undefined) return unknown;
  const vagueRoles = role === "person" ? ["tied", "log"] : ["maybePerson", "tied", "log"];
  const vague = qualifier !== null && vagueRoles.includes(qualifier.role) && tier !== "tied";
  const own = new Set([...type.context, ...type.inside, ...type.services]);
  return vague && mentions([qualifier.word], own) === null ? qualifier.word : null;
}
