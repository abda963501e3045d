import type { Confidence, Evidence, FieldKind, LinkedField } from "../model/index.js";
import type { CompiledType, Lexicon, Pattern } from "./lexicon.js";
import type { Tier } from "./lexicon-file.js";
import type { Candidate, NameAnalysis } from "./name-analysis.js";
import { endsWith, mentions } from "./owner-name.js";
import { nounOf, type CodeBase, type OwnerView } from "./owner-view.js";
import { valueEvidence } from "./value-evidence.js";
import { vetoes } from "./vetoes.js";
import { nameWeight, ownerWeight, weights } from "./weights.js";
import { singular, splitWords } from "./words.js";

/** A data type with everything that speaks for and against it. */
export interface Proposal {
  readonly type: CompiledType;
  readonly evidence: readonly Evidence[];
  /** Confidence it may reach. */
  readonly atMost?: Confidence;
}

/** Where a candidate stands. */
export interface Surroundings {
  readonly field: LinkedField;
  readonly owner: OwnerView;
  readonly base: CodeBase;
}

/** Kinds without a record of their own: what they hold is the visitor's. */
export function isLoose(kind: FieldKind): boolean {
  return kind === "cookie" || kind === "web-storage" || kind === "device";
}

/** Weighs one pattern found in a field's name, column, expression or label. */
export function weigh(
  candidate: Candidate,
  kind: "name" | "stored-as" | "read-from" | "label",
  analysis: NameAnalysis,
  surroundings: Surroundings,
): Proposal {
  const { type, tier, phrase } = candidate.pattern;
  const { field, owner, base } = surroundings;
  const around = asTierAsks(
    candidate,
    isLoose(field.owner.fact.kind) ? owner : qualified(candidate, owner),
    base.lexicon,
  );
  const evidence: Evidence[] = [
    { kind, detail: phrase, weight: kind === "label" ? Math.min(nameWeight[tier], weights.label) : nameWeight[tier] },
    ...ownerEvidence(around, tier),
    ...contextEvidence(candidate, analysis, surroundings),
    ...neighbourEvidence(candidate, around, field),
    ...commentEvidence(type, field, base),
    ...modelEvidence(tier, owner, field, base),
    ...valueEvidence(candidate.pattern, around, field, base),
    ...vetoes(candidate, analysis, { field, owner: around, base }),
  ];
  return { type, evidence, atMost: mostOf(candidate.pattern, around, field) };
}

/** The confidence that a pattern may reach in such a record, whatever speaks for it. */
function mostOf({ tier, type, disputed, general, vague }: Pattern, owner: OwnerView, field: LinkedField): Confidence {
  if (disputed || (vague && saysTooLittle(tier, general, owner, field))) return "low";
  if (type.systems.size > 0 && ofSystem(type, owner, field)) return "low";
  return general ? "medium" : "high";
}

function saysTooLittle(tier: Tier, general: boolean, owner: OwnerView, { owner: { fact } }: LinkedField): boolean {
  if (isLoose(fact.kind)) return tier === "inside";
  if (owner.role === "unknown") return true;
  if (owner.role !== "tied" || owner.visitor) return false;
  if (tier !== "tied" && tier !== "act" && tier !== "context") return false;
  return owner.weak || general || (fact.kind === "type" && ANSWER.test(fact.name));
}

/** What a program answers with: its `message` and `reason` are its own. */
const ANSWER = /(?:Result|Results|Response|Output|Error)(?:Base|Body|Data|Type)?$/;

/** A record, or a file, named for what one program keeps to talk to another: an `IntegrationAuthentication`. */
function ofSystem({ systems }: CompiledType, { all, inner }: OwnerView, { owner: { place } }: LinkedField): boolean {
  const file = splitWords(place.file.slice(place.file.lastIndexOf("/") + 1));
  return [all, inner, file].some((words) => mentions(words, systems) !== null);
}

/** A word in the name that names a record overrides the record around: `authorName`, `companyEmail`. */
function qualified({ qualifier }: Candidate, owner: OwnerView): OwnerView {
  if (!qualifier || owner.role === "setting") return owner;
  const { word } = qualifier;
  // Beside a person, a word that may be a person is one: `parentName` of a student.
  const besidePerson =
    qualifier.role === "maybePerson" && (owner.role === "person" || (owner.role === "tied" && !owner.visitor));
  const role = besidePerson ? "person" : qualifier.role;
  if (role !== "person" && role !== "organisation" && role !== "goods" && role !== "setting" && role !== "technical") {
    return owner;
  }
  return { ...owner, role, weak: false, evidence: [{ kind: "owner", detail: `${role}: ${word}`, weight: 0 }] };
}

/**
 * A record that merely belongs to a person, or is of no visit, is nothing special to the tiers that ask for more; and a record named for the
 * data type itself is no mere template or method (`FaceTemplate`).
 */
function asTierAsks({ pattern: { tier, type } }: Candidate, owner: OwnerView, { owners }: Lexicon): OwnerView {
  const { role, owned, visitor, all, inner } = owner;
  if (tier === "inside" && role === "technical") {
    return (endsWith(inner, type.inside) ?? "").includes(" ") ? { ...owner, role: "unknown" } : owner;
  }
  if (role !== "tied" && role !== "log" && role !== "person") return owner;
  if (tier === "logged")
    return owners.get(singular(inner.at(-1) ?? "")) === "log" ? owner : { ...owner, role: "unknown" };
  if (tier === "keyed") return owner.keyed ? owner : { ...owner, role: "unknown" };
  const fits = tier === "act" ? !owned : tier !== "visit" || visitor || mentions(all, type.context) !== null;
  return fits ? owner : { ...owner, role: "unknown" };
}

export function ownerEvidence({ role, weak, sample, evidence }: OwnerView, tier: Tier): Evidence[] {
  const why = evidence[0] ?? { kind: "owner" as const, detail: role };
  const found: Evidence[] = [{ ...why, weight: ownerWeight[tier][role] }];
  if (weak && (role === "person" || role === "tied")) {
    found.push({ kind: "owner", detail: "weak", weight: weights.weakOwner });
  }
  if (sample) found.push({ kind: "veto", detail: "sample", weight: weights.sampleOwner });
  return found;
}

/** For patterns that hold only near the data type's own words: the word, or its absence. */
function contextEvidence(
  { pattern: { type, tier }, start }: Candidate,
  { words }: NameAnalysis,
  { owner, field }: Surroundings,
): Evidence[] {
  if (tier !== "context" && tier !== "inside" && tier !== "beside") return [];
  const word = tier === "beside" ? besideWhat(type, owner) : nearWhat(type, tier, words.slice(0, start), owner, field);
  return word === null
    ? [{ kind: "veto", detail: "context", weight: weights.contextMissing }]
    : [{ kind: "neighbours", detail: word, weight: weights.context }];
}

function besideWhat({ besides }: CompiledType, { holds }: OwnerView): string | null {
  return besides.find((type) => holds.has(type)) ?? null;
}

function nearWhat(
  type: CompiledType,
  tier: "context" | "inside",
  before: readonly string[],
  owner: OwnerView,
  { owner: { fact } }: LinkedField,
): string | null {
  const near = tier === "context" ? type.context : type.inside;
  const places = [before, owner.inner, before.length === 0 ? owner.all : []];
  const subject = subjectOf(type, owner);
  return (
    (tier === "context" ? (mentions([...owner.all, ...before], near) ?? subject) : null) ??
    places.map((place) => endsWith(place, near)).find((phrase) => phrase !== null) ??
    (subject === null
      ? null
      : places.map((place) => endsWith(place, type.services)).find((phrase) => phrase !== null)) ??
    (near.has(fact.kind) ? fact.kind : null)
  );
}

/** The subject of the data type that a record is about: what is noted at a patient's visit is health, at a shop's it is not. */
function subjectOf({ subjects }: CompiledType, { role, about }: OwnerView): string | null {
  if (subjects.size === 0 || role === "person") return null;
  for (const noun of about) if (subjects.has(noun)) return noun;
  return null;
}

/** A bare `name` beside an e-mail address is a person's. */
function neighbourEvidence(
  { pattern: { type, tier }, strangers, qualifier }: Candidate,
  { role, contactable, holds }: OwnerView,
  { fact }: LinkedField,
): Evidence[] {
  // The name beside a card's number is the holder's.
  const beside = contactable ?? (holds.has("card") ? "card" : null);
  if (tier !== "person" || !type.besideContact || beside === null || fact.type === "relation") return [];
  if (strangers.length > 0 || qualifier !== null) return [];
  if (role !== "unknown" && role !== "tied" && role !== "log") return [];
  return [{ kind: "neighbours", detail: beside, weight: weights.neighbours }];
}

/**
 * A type in a program may model anything: a `Member` of a schema, the `Name` of a token. That a person's word in its name means a person
 * is sure only where it holds a contact, a person's key or a visitor's traits, or where such a record is stored or submitted.
 */
function modelEvidence(tier: Tier, owner: OwnerView, { owner: record }: LinkedField, { kept }: CodeBase): Evidence[] {
  if (record.fact.kind !== "type" || tier === "certain" || tier === "likely") return [];
  if (owner.contactable !== null || owner.keyed || owner.visitor || owner.holds.size > 1) return [];
  if (kept.has(nounOf(owner))) return [];
  return [{ kind: "kind", detail: "type", weight: weights.onlyType }];
}

/** Longer comments explain rather than name. */
const longestComment = 200;

function commentEvidence(type: CompiledType, { fact }: LinkedField, base: CodeBase): Evidence[] {
  const comment = fact.hints?.comment;
  if (comment === undefined || comment.length > longestComment) return [];
  const named = base
    .analyse(comment.replace(/[.[\]/]/g, " "))
    .candidates.some(
      ({ pattern }) => pattern.type === type && (pattern.tier === "certain" || pattern.tier === "likely"),
    );
  return named ? [{ kind: "comment", detail: comment, weight: weights.comment }] : [];
}
