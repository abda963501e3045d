import type { Catalog, PolicyTopic, PolicyWording } from "../model/index.js";
import { recipientNames, type Name } from "./names.js";
import { parsePattern, type Pattern } from "./pattern.js";

/** A line of the vocabulary, its patterns read. */
export interface Wording extends Pick<PolicyWording, "kind" | "value" | "topics" | "notTopics"> {
  readonly patterns: readonly Pattern[];
  readonly orWith: readonly Pattern[];
  readonly unless: readonly Pattern[];
  readonly negated: "denied" | "dropped" | "kept";
}

/** The vocabulary made ready for reading. */
export interface Vocabulary {
  readonly topics: readonly { readonly topic: PolicyTopic; readonly patterns: readonly Pattern[] }[];
  readonly wordings: readonly Wording[];
  readonly recipients: readonly Name[];
  readonly countries: readonly { readonly code: string; readonly patterns: readonly Pattern[] }[];
}

/** By the recipients, to which users may add. */
const ready = new WeakMap<Catalog["recipients"], Vocabulary>();

export function vocabularyOf(catalog: Pick<Catalog, "policy" | "recipients">): Vocabulary {
  let vocabulary = ready.get(catalog.recipients);
  if (!vocabulary) {
    vocabulary = prepare(catalog);
    ready.set(catalog.recipients, vocabulary);
  }
  return vocabulary;
}

function prepare({ policy, recipients }: Pick<Catalog, "policy" | "recipients">): Vocabulary {
  return {
    topics: policy.topics.map(({ topic, en, ru }) => ({
      topic,
      patterns: [...Object.keys(en), ...Object.keys(ru)].map(parsePattern),
    })),
    wordings: policy.wordings.map(toWording),
    recipients: recipientNames(recipients, policy.names),
    countries: Object.entries(policy.names.countries).map(([code, names]) => ({
      code,
      patterns: [...names.en, ...names.ru].map(parsePattern),
    })),
  };
}

export function toWording(wording: PolicyWording): Wording {
  const both = (lists: Readonly<Partial<Record<"en" | "ru", readonly string[]>>> = {}): Pattern[] =>
    [...(lists.en ?? []), ...(lists.ru ?? [])].map(parsePattern);
  return {
    ...wording,
    patterns: [...Object.keys(wording.en ?? {}), ...Object.keys(wording.ru ?? {})].map(parsePattern),
    orWith: both(wording.orWith),
    unless: both(wording.unless),
    negated: wording.negated ?? "dropped",
  };
}
