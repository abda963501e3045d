import type { Evidence, LinkedField } from "../model/index.js";
import { keyOf } from "./lexicon.js";
import { has, ownerPhrase, type NameAnalysis } from "./name-analysis.js";
import type { CodeBase, OwnerView } from "./owner-view.js";
import { isLoose } from "./weigh.js";
import { weights } from "./weights.js";
import { singular } from "./words.js";

/** Id of the data type for keys that point at a person. */
export const personReference = "person_reference";

/** Why a field points at a person; empty when nothing says so. */
export function referenceEvidence(
  field: LinkedField,
  analysis: NameAnalysis,
  owner: OwnerView,
  base: CodeBase,
): Evidence[] {
  const { fact } = field;
  if (fact.type === "boolean" || fact.type === "date" || fact.type === "function") return [];
  // `bannedBy` begins like a flag and names who did it.
  if (analysis.flag !== null && !analysis.actor) return [];
  const evidence =
    fromRelation(field, base) ??
    ownKey(field, analysis, owner, base) ??
    fromParameter(field, analysis, base) ??
    (analysis.actor ? { kind: "name", detail: analysis.words.join(" "), weight: weights.actor } : null) ??
    fromName(field, analysis, base);
  return evidence ? [evidence as Evidence] : [];
}

function fromRelation({ fact, owner, target, references }: LinkedField, { views }: CodeBase): Evidence | null {
  // What is kept on the device is the record itself.
  for (const other of isLoose(owner.fact.kind) ? [] : [references, target]) {
    const view = other ? views.get(other) : undefined;
    if (!other || view?.role !== "person" || view.weak) continue;
    const many = fact.list === true && other === target;
    return { kind: "relation", detail: other.fact.name, weight: many ? weights.listRelation : weights.relation };
  }
  return null;
}

/** The key of a person's own row, also as `user.id` and as the `:id` of a route to persons. */
function ownKey(
  { owner: { fact } }: LinkedField,
  { ownIdentifier }: NameAnalysis,
  { role, weak, words }: OwnerView,
  { lexicon }: CodeBase,
): Evidence | null {
  if (!ownIdentifier || role !== "person") return null;
  if (!weak) return { kind: "owner", detail: words.join(" "), weight: weights.ownKey };
  // A handler whose own name says nothing, `update`, serves what its file is called after.
  if (fact.kind !== "input" || ownerPhrase(words, words.length, lexicon)?.role !== "person") return null;
  return { kind: "owner", detail: words.join(" "), weight: weights.bareReference };
}

/** A bare `id` that a handler takes as `userId` points at a user. */
function fromParameter(field: LinkedField, { ownIdentifier }: NameAnalysis, base: CodeBase): Evidence | null {
  const parameter = /^@\w+ (\w+)$/.exec(field.fact.hints?.readFrom ?? "")?.[1];
  const found = ownIdentifier && parameter !== undefined ? fromName(field, base.analyse(parameter), base) : null;
  return found && { ...found, kind: "read-from" };
}

function fromName({ fact, owner }: LinkedField, analysis: NameAnalysis, base: CodeBase): Evidence | null {
  const { lexicon, nouns } = base;
  const end = analysis.identifies?.length ?? analysis.words.findLastIndex((word) => word.length > 1) + 1;
  const words = spokenInFull(analysis.words.slice(0, end), analysis.path.at(-1) ?? []);
  if (words.length === 0 || fact.type === "enum") return null;
  // `numberOfGuests` counts them.
  if (words.slice(1).some((word) => has(lexicon, "demoting", word))) return null;
  const phrase = ownerPhrase(words, words.length, lexicon);
  const own = nouns.get(keyOf(words.map(singular))) ?? nouns.get(singular(words.at(-1)!));
  const known = own?.role === "person" && !own.weak;
  if (!known && phrase?.role !== "person" && phrase?.role !== "maybePerson") return null;
  if (!known && has(lexicon, "treeNouns", words.at(-1)!)) return null;
  const detail = words.join(" ");
  if (analysis.identifies !== null) {
    return {
      kind: "name",
      detail,
      weight: known || phrase?.role === "person" ? weights.reference : weights.vagueReference,
    };
  }
  // Without a key's ending, only words that add nothing may stand before: an `eventManager` is no person.
  const bare = words
    .slice(0, phrase?.start ?? words.length - 1)
    .every((word) => has(lexicon, "neutral", word) || has(lexicon, "before", word));
  const keeper = has(lexicon, "keepers", words.at(-1)!);
  if (bare && (known || phrase?.role === "person")) {
    // In a plain type a `manager` is as often a part of the program.
    const sure = !fact.list && !(keeper && !known && owner.fact.kind === "type");
    return { kind: "name", detail, weight: sure ? weights.bareReference : weights.listRelation };
  }
  if (!bare && keeper) return null;
  return ["object", "relation", "json", "unknown", undefined].includes(fact.type)
    ? { kind: "name", detail, weight: weights.vagueReference }
    : null;
}

/** An item of a list is called in full by the list: `careProviders: [{ provider }]`. */
function spokenInFull(words: readonly string[], list: readonly string[]): readonly string[] {
  return words.length === 1 && list.length > 1 && singular(list.at(-1)!) === words[0] ? list.map(singular) : words;
}
