import type { PolicyTopic } from "../model/index.js";
import { parentOf, sentencesOf, type RawClause } from "./clauses.js";
import { findPattern } from "./pattern.js";
import type { Vocabulary } from "./vocabulary.js";
import { wordsOf } from "./words.js";

/** Words of a lead-in beyond which it is a statement of its own. */
const LONGEST_LEAD = 24;

/**
 * What each clause is about: its own lead-in, else that of the clause it belongs to, else its headings, the nearest first. "Contacts:" in a list of data
 * leads in data.
 */
export function topicsOf(clauses: readonly RawClause[], vocabulary: Vocabulary): PolicyTopic[][] {
  const byNumber = new Map<string, PolicyTopic[]>();
  return clauses.map((clause) => {
    const heading = headingTopics(clause, vocabulary);
    const own = ownTopics(clause, vocabulary)?.filter((topic) => topic !== "contacts" || heading.length === 0) ?? [];
    const topics = own.length > 0 ? own : (inherited(clause, byNumber) ?? heading);
    byNumber.set(clause.number, topics);
    return topics;
  });
}

function ownTopics(clause: RawClause, vocabulary: Vocabulary): PolicyTopic[] | null {
  const [first] = sentencesOf(clause);
  if (!first) return null;
  const words = first.text.split(/\s+/).length;
  const colon = first.text.indexOf(":");
  const leads = colon > 0 && words <= LONGEST_LEAD * 3 ? first.text.slice(0, colon) : words <= 6 ? first.text : null;
  if (leads === null || leads.split(/\s+/).length > LONGEST_LEAD) return null;
  const topics = topicsIn(leads, vocabulary);
  return topics.length > 0 ? topics : null;
}

function inherited({ number }: RawClause, byNumber: ReadonlyMap<string, PolicyTopic[]>): PolicyTopic[] | null {
  for (let parent = parentOf(number); parent.includes("."); parent = parentOf(parent)) {
    const topics = byNumber.get(parent);
    if (topics) return topics;
  }
  return null;
}

function headingTopics({ headings }: RawClause, vocabulary: Vocabulary): PolicyTopic[] {
  for (const heading of headings.toReversed()) {
    const topics = topicsIn(heading, vocabulary);
    if (topics.length > 0) return topics;
  }
  return [];
}

function topicsIn(text: string, { topics }: Vocabulary): PolicyTopic[] {
  const words = wordsOf(text);
  return topics.filter(({ patterns }) => patterns.some((one) => findPattern(one, words))).map(({ topic }) => topic);
}
