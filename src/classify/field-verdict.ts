import type { Confidence, Evidence, FieldKind, LinkedField, OwnerRole, Verdict } from "../model/index.js";
import { hintEvidence } from "./hint-evidence.js";
import { keyOf, type CompiledType } from "./lexicon.js";
import type { Tier } from "./lexicon-file.js";
import { has, type Candidate, type NameAnalysis } from "./name-analysis.js";
import { endsWith, mentions, readWords } from "./owner-name.js";
import type { CodeBase, OwnerView } from "./owner-view.js";
import { personReference, referenceEvidence } from "./person-reference.js";
import { confidenceOf, nameWeight, ownerWeight, weights } from "./weights.js";
import { singular } from "./words.js";

interface Proposal {
  readonly type: CompiledType;
  readonly evidence: readonly Evidence[];
  /** Confidence it may reach. */
  readonly atMost?: Confidence;
}

/** The verdict on one field: the data type whose evidence weighs most, or none. */
export function judgeField(field: LinkedField, owner: OwnerView, base: CodeBase): Verdict {
  const analysis = base.analyse(field.fact.name);
  const around = withPath(owner, analysis, base);
  const proposals = [
    ...fromReference(field, analysis, around, base),
    ...fromNames(field, analysis, around, base),
    ...fromHints(field, analysis, around, base),
  ];
  return settle(proposals);
}

function settle(proposals: readonly Proposal[]): Verdict {
  let best: Proposal | null = null;
  for (const proposal of proposals) if (!best || points(proposal) > points(best)) best = proposal;
  if (!best) return { dataType: null, special: null, confidence: "high", evidence: [] };
  const confidence = confidenceOf(points(best));
  if (confidence === null) return { dataType: null, special: null, confidence: "high", evidence: best.evidence };
  return {
    dataType: best.type.id,
    special: best.type.special,
    confidence: leastOf(confidence, best.atMost ?? "high"),
    evidence: best.evidence,
  };
}

const confidences: readonly Confidence[] = ["low", "medium", "high"];

function leastOf(a: Confidence, b: Confidence): Confidence {
  return confidences.indexOf(a) < confidences.indexOf(b) ? a : b;
}

function points({ evidence }: Proposal): number {
  return evidence.reduce((sum, { weight }) => sum + weight, 0);
}

/** A path within a record names the record it is really in: `company.name`, `user[email]`. A setting stays a setting. */
function withPath(owner: OwnerView, { path }: NameAnalysis, { lexicon }: CodeBase): OwnerView {
  if (path.length === 0) return owner;
  const all = [...owner.all, ...path.flat()];
  const inner = path.at(-1)!;
  for (const segment of owner.role === "setting" ? [] : [...path].reverse()) {
    const { role, weak, word } = readWords(segment, lexicon);
    if (role === "unknown") continue;
    const evidence: Evidence[] = [{ kind: "owner", detail: `${role}: ${word}`, weight: 0 }];
    return { ...owner, role, weak: weak && owner.role !== "person", all, inner, evidence };
  }
  return { ...owner, all, inner };
}

function fromNames(field: LinkedField, analysis: NameAnalysis, owner: OwnerView, base: CodeBase): Proposal[] {
  const { hints } = field.fact;
  const spoken = analysis.candidates.map((candidate) => weigh(candidate, "name", analysis, { field, owner, base }));
  const other = [
    ["stored-as", hints?.storedAs],
    ["read-from", isLoose(field.owner.fact.kind) ? hints?.readFrom : undefined],
    ["label", hints?.label],
  ] as const;
  for (const [kind, text] of other) {
    if (text === undefined || text.length > 200) continue;
    const second = base.analyse(kind === "label" ? text.replace(/[.[\]/]/g, " ") : text);
    for (const candidate of second.candidates) {
      const same = spoken.findIndex(({ type }) => type === candidate.pattern.type);
      const agreeing: Evidence = { kind, detail: candidate.pattern.phrase, weight: weights.storedAs };
      if (same >= 0) spoken[same] = { ...spoken[same]!, evidence: [...spoken[same]!.evidence, agreeing] };
      else if (kind !== "label" || candidate.pattern.tier !== "tied") {
        spoken.push(weigh(candidate, kind, second, { field, owner, base }));
      }
    }
  }
  return spoken;
}

/** Kinds without a record of their own: what they hold is the visitor's. */
function isLoose(kind: FieldKind): boolean {
  return kind === "cookie" || kind === "web-storage" || kind === "device";
}

interface Setting {
  readonly field: LinkedField;
  readonly owner: OwnerView;
  readonly base: CodeBase;
}

function weigh(
  candidate: Candidate,
  kind: "name" | "stored-as" | "read-from" | "label",
  analysis: NameAnalysis,
  { field, owner, base }: Setting,
): Proposal {
  const { type, tier, phrase, loose, disputed, general } = candidate.pattern;
  const qualifiedOwner = qualified(candidate, owner);
  const around = holdsHere(tier, type, qualifiedOwner)
    ? qualifiedOwner
    : { ...qualifiedOwner, role: "unknown" as const };
  const evidence: Evidence[] = [
    { kind, detail: phrase, weight: kind === "label" ? Math.min(nameWeight[tier], weights.label) : nameWeight[tier] },
    ...ownerEvidence(around, tier),
    ...vetoes(candidate, analysis, field, base),
    ...typeEvidence(field, type, base),
    ...containerEvidence(field, tier, around),
  ];
  if (tier === "context" || tier === "inside") evidence.push(contextEvidence(candidate, analysis, owner, field));
  const key = keyOfRow(candidate, analysis, around, base);
  if (key !== null) evidence.push({ kind: "veto", detail: key, weight: weights.veto });
  const strangers = strangersOf(candidate, field);
  if (strangers.length > 0 && !loose && weights.stranger[tier] !== 0) {
    evidence.push({ kind: "veto", detail: strangers[0]!, weight: weights.stranger[tier] });
  }
  if (
    tier === "person" &&
    type.besideContact &&
    field.fact.type !== "relation" &&
    owner.contactable !== null &&
    mayBePersons(around.role) &&
    strangers.length === 0
  ) {
    evidence.push({ kind: "neighbours", detail: owner.contactable, weight: weights.neighbours });
  }
  const comment = field.fact.hints?.comment;
  if (comment !== undefined && comment.length < 200 && mentionsType(comment, type, base)) {
    evidence.push({ kind: "comment", detail: comment, weight: weights.comment });
  }
  return { type, evidence, ...(disputed ? { atMost: "low" } : general ? { atMost: "medium" } : {}) };
}

/**
 * The row this key numbers, when it is a key and no datum: `email_id` where the code base has a record of e-mails, the `id` of a session
 * that holds its session id beside it.
 */
function keyOfRow(
  { pattern, start, end }: Candidate,
  { identifies, ownIdentifier }: NameAnalysis,
  { holds, role }: OwnerView,
  { nouns }: CodeBase,
): string | null {
  if (ownIdentifier) return pattern.tier === "inside" && holds.has(pattern.type.id) ? pattern.type.id : null;
  if (identifies === null || end < identifies.length) return null;
  const noun = identifies.map(singular);
  if (start >= identifies.length)
    return pattern.tier === "inside" || pattern.tier === "context" ? noun.join(" ") : null;
  if (end > identifies.length) return null;
  return role !== "person" || nouns.has(keyOf(noun)) ? noun.join(" ") : null;
}

/** Whether a record of a tied role is of the kind the pattern's tier asks for. */
function holdsHere(tier: Tier, { context }: CompiledType, { role, owned, visitor, all }: OwnerView): boolean {
  if (role !== "tied" && role !== "log" && role !== "person") return true;
  if (tier === "act") return !owned;
  return tier !== "visit" || visitor || mentions(all, context) !== null;
}

/**
 * Words before the pattern that make it the name of something else. A key of the browser's store or a header carries the product's or the
 * network's name before it, and is about the visitor all the same.
 */
function strangersOf({ pattern, strangers, qualifier }: Candidate, { owner }: LinkedField): string[] {
  const { type, tier } = pattern;
  if (isLoose(owner.fact.kind)) return [];
  const unknown = strangers.filter((word) => !type.context.has(word) && !type.inside.has(word));
  const vague = qualifier && ["maybePerson", "tied", "log"].includes(qualifier.role) && tier !== "tied";
  return vague && mentions([qualifier.word], new Set([...type.context, ...type.inside])) === null
    ? [...unknown, qualifier.word]
    : unknown;
}

function mayBePersons(role: OwnerRole): boolean {
  return role === "unknown" || role === "tied" || role === "log";
}

function mentionsType(text: string, type: CompiledType, base: CodeBase): boolean {
  return base
    .analyse(text.replace(/[.[\]/]/g, " "))
    .candidates.some(
      ({ pattern }) => pattern.type === type && (pattern.tier === "certain" || pattern.tier === "likely"),
    );
}

/** A word in the name that names a record overrides the record around: `authorName`, `companyEmail`. */
function qualified({ qualifier }: Candidate, owner: OwnerView): OwnerView {
  if (!qualifier || owner.role === "setting") return owner;
  const detail = qualifier.word;
  switch (qualifier.role) {
    case "person":
      return {
        ...owner,
        role: "person",
        weak: false,
        evidence: [{ kind: "owner", detail: `person: ${detail}`, weight: 0 }],
      };
    case "organisation":
    case "goods":
    case "setting":
    case "technical":
      return {
        ...owner,
        role: qualifier.role,
        weak: false,
        evidence: [{ kind: "owner", detail: `${qualifier.role}: ${detail}`, weight: 0 }],
      };
    default:
      return owner;
  }
}

function ownerEvidence({ role, weak, sample, evidence }: OwnerView, tier: Tier): Evidence[] {
  const weight = ownerWeight[tier][role];
  const why = evidence[0] ?? { kind: "owner" as const, detail: role, weight: 0 };
  const found: Evidence[] = [{ ...why, weight }];
  if (weak && (role === "person" || role === "tied"))
    found.push({ kind: "owner", detail: "weak", weight: weights.weakOwner });
  if (sample) found.push({ kind: "veto", detail: "sample", weight: weights.contextMissing });
  return found;
}

function contextEvidence(
  { pattern, start }: Candidate,
  { words }: NameAnalysis,
  owner: OwnerView,
  field: LinkedField,
): Evidence {
  const { type, tier } = pattern;
  const before = words.slice(0, start);
  const near = tier === "context" ? type.context : type.inside;
  const word =
    (tier === "context" ? mentions([...owner.all, ...before], near) : null) ??
    [before, owner.inner, before.length === 0 ? owner.all : []]
      .map((each) => endsWith(each, near))
      .find((each) => each !== null) ??
    (near.has(field.owner.fact.kind) ? field.owner.fact.kind : null);
  return word === null
    ? { kind: "veto", detail: "context", weight: weights.contextMissing }
    : { kind: "neighbours", detail: word, weight: weights.context };
}

function vetoes(
  { pattern, start, head, exception, demoted }: Candidate,
  { flag, words }: NameAnalysis,
  { fact }: LinkedField,
  { lexicon }: CodeBase,
): Evidence[] {
  const found: Evidence[] = [];
  if (exception !== null) found.push({ kind: "veto", detail: exception, weight: weights.veto });
  if (demoted !== null) found.push({ kind: "veto", detail: demoted, weight: weights.veto });
  if (head !== null) found.push({ kind: "veto", detail: head, weight: weights.veto });
  const sample = words.slice(0, start).find((word) => has(lexicon, "sample", word));
  if (sample !== undefined) found.push({ kind: "veto", detail: sample, weight: weights.veto });
  const answers = pattern.type.flags && flag !== null && has(lexicon, "question", flag);
  if (flag !== null && start > 0 && !answers) found.push({ kind: "veto", detail: flag, weight: weights.veto });
  if (fact.type === "boolean" && !pattern.type.flags)
    found.push({ kind: "veto", detail: "boolean", weight: weights.veto });
  if (fact.type === "function") found.push({ kind: "veto", detail: "function", weight: weights.veto });
  return found;
}

function typeEvidence(
  { fact, owner, target }: LinkedField,
  { types, flags }: CompiledType,
  { views }: CodeBase,
): Evidence[] {
  const { type } = fact;
  // The other side of a relation is no column here: its data stand in the other record.
  if (type === "relation" && fact.list === true && owner.fact.kind === "store" && target !== null) {
    return [{ kind: "veto", detail: target.fact.name, weight: weights.veto }];
  }
  const thing = target ? views.get(target) : undefined;
  const things =
    owner.fact.kind === "store" ? ["goods", "technical", "setting", "tied"] : ["goods", "technical", "setting"];
  if (target && thing && !thing.weak && things.includes(thing.role)) {
    return [{ kind: "veto", detail: target.fact.name, weight: weights.veto }];
  }
  if (type === undefined || type === "unknown" || types === null || (type === "boolean" && flags)) return [];
  return types.has(type)
    ? [{ kind: "type", detail: type, weight: weights.expectedType }]
    : [{ kind: "veto", detail: type, weight: weights.veto }];
}

/** An inline structure with a general name is spoken for by the fields in it. */
function containerEvidence({ fact, owner }: LinkedField, tier: Tier, { role }: OwnerView): Evidence[] {
  if (role === "person") return [];
  if (fact.type !== "object" || tier === "certain" || tier === "likely") return [];
  const inner = owner.fact.fields.find(({ name }) => name.startsWith(`${fact.name}.`));
  return inner ? [{ kind: "veto", detail: inner.name, weight: weights.veto }] : [];
}

function fromHints(field: LinkedField, analysis: NameAnalysis, owner: OwnerView, base: CodeBase): Proposal[] {
  const { hints } = field.fact;
  if (!hints) return [];
  return [...hintEvidence(hints, base.lexicon)].map(([type, evidence]): Proposal => {
    const named = analysis.candidates.find(({ pattern, head }) => pattern.type === type && head === null);
    const name: Evidence[] = named ? [{ kind: "name", detail: named.pattern.phrase, weight: weights.storedAs }] : [];
    return { type, evidence: [...name, ...evidence, ...ownerEvidence(owner, "certain")] };
  });
}

function fromReference(field: LinkedField, analysis: NameAnalysis, owner: OwnerView, base: CodeBase): Proposal[] {
  const type = base.lexicon.types.get(personReference);
  const evidence = type ? referenceEvidence(field, analysis, owner, base) : [];
  if (!type || evidence.length === 0) return [];
  const setting = owner.role === "setting" ? ownerEvidence(owner, "certain") : [];
  return [{ type, evidence: [...evidence, ...setting] }];
}
