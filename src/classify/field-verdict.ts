import {
  confidenceOf,
  type Confidence,
  type Evidence,
  type FieldKind,
  type LinkedField,
  type Verdict,
} from "../model/index.js";
import { hintEvidence } from "./hint-evidence.js";
import { has, type NameAnalysis } from "./name-analysis.js";
import type { Lexicon } from "./lexicon.js";
import { readWords } from "./owner-name.js";
import type { CodeBase, OwnerView } from "./owner-view.js";
import { personReference, referenceEvidence } from "./person-reference.js";
import { isLoose, ownerEvidence, weigh, type Proposal } from "./weigh.js";
import { weights } from "./weights.js";
import { singular, splitWords } from "./words.js";

/** The verdict on one field: the data type whose evidence weighs most, or none. */
export function judgeField(field: LinkedField, owner: OwnerView, base: CodeBase): Verdict {
  const analysis = base.analyse(keptUnder(field.fact.name, field.owner.fact.kind));
  const around = withPath(owner, analysis, base);
  return settle([
    ...fromReference(field, analysis, around, base),
    ...fromKeptRecord(field, base),
    ...fromNames(field, analysis, around, base),
    ...fromHints(field, analysis, around, base),
  ]);
}

/** A cookie's or a key's constant says at its end only that it is one: `WORKSPACE_ID_COOKIE`, `RECENT_SEARCHES_KEY`. */
function keptUnder(name: string, kind: FieldKind): string {
  return isLoose(kind) && kind !== "device"
    ? name.replace(/(?<=[a-z0-9]{2}[-_.]?)(?:COOKIE|Cookie|KEY|Key|cookie|key)(?:_NAME|Name)?$/i, (end, at: number) =>
        splitWords(name.slice(0, at)).length > 1 ? "" : end,
      )
    : name;
}

function settle(proposals: readonly Proposal[]): Verdict {
  let best: Proposal | null = null;
  for (const proposal of proposals) if (!best || points(proposal) > points(best)) best = proposal;
  const confidence = best && confidenceOf(points(best));
  if (!best || confidence === null) {
    return { dataType: null, special: null, confidence: "high", evidence: best?.evidence ?? [] };
  }
  const { type, evidence, atMost = "high" } = best;
  return { dataType: type.id, special: type.special, confidence: leastOf(confidence, atMost), evidence };
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
    if (role === "unknown" || (weak && isBranch(word, owner, lexicon))) continue;
    if (owner.role === "technical" && word !== null && isHolder(word, lexicon)) continue;
    // The `address` of a company is the company's.
    if (weak && owner.role === "organisation" && word !== null && lexicon.owners.get(word) === "part") continue;
    const evidence: Evidence[] = [{ kind: "owner", detail: `${role}: ${word}`, weight: 0 }];
    return { ...owner, role, weak: weak && owner.role !== "person", all, inner, evidence };
  }
  return { ...owner, all, inner };
}

/** The account behind an installation or the owner of a source of data is as often a company or a program. */
function isHolder(word: string, lexicon: Lexicon): boolean {
  return lexicon.owners.get(singular(word)) === "maybePerson" || word === "owner";
}

/** The `parent` of a collection or a page is another of its kind; that of a pupil is a person. */
function isBranch(word: string | null, { role, visitor }: OwnerView, lexicon: Lexicon): boolean {
  const besidePerson = role === "person" || (role === "tied" && !visitor);
  return word !== null && !besidePerson && has(lexicon, "branches", word);
}

/** What the name says, and the other texts that name the field: its column, the expression it is read from, its label. */
function fromNames(field: LinkedField, analysis: NameAnalysis, owner: OwnerView, base: CodeBase): Proposal[] {
  const { hints } = field.fact;
  const setting = { field, owner, base };
  const spoken = analysis.candidates.map((candidate) => weigh(candidate, "name", analysis, setting));
  const others = [
    ["stored-as", hints?.storedAs],
    ["read-from", isLoose(field.owner.fact.kind) ? hints?.readFrom : undefined],
    ["label", hints?.label],
  ] as const;
  for (const [kind, text] of others) {
    if (text === undefined || text.length > longestText) continue;
    if (kind === "label" && analysis.words.some((word) => has(base.lexicon, "lookups", word))) continue;
    const second = base.analyse(kind === "label" ? plain(text) : keptUnder(text, field.owner.fact.kind));
    for (const candidate of second.candidates) {
      if (candidate.head !== null || candidate.exception !== null) continue;
      const { type, tier, phrase } = candidate.pattern;
      const same = spoken.findIndex((proposal) => proposal.type === type);
      const sure = tier === "certain" || tier === "likely";
      if (same >= 0) {
        const { strangers, qualifier } = candidate;
        if (strangers.length > 0 || (qualifier !== null && qualifier.role !== "person")) continue;
        const agreeing: Evidence = { kind, detail: phrase, weight: sure ? weights.agreesSurely : weights.agrees };
        spoken[same] = { ...spoken[same]!, evidence: [...spoken[same]!.evidence, agreeing] };
      } else if (kind !== "label" || sure || tier === "person") {
        spoken.push(weigh(candidate, kind, second, setting));
      }
    }
  }
  return spoken;
}

/** Longer texts explain rather than name. */
const longestText = 200;

/** A sentence without the signs that would cut a path. */
function plain(text: string): string {
  return text.replace(/[.[\]/]/g, " ");
}

function fromHints(field: LinkedField, analysis: NameAnalysis, owner: OwnerView, base: CodeBase): Proposal[] {
  const { hints } = field.fact;
  if (!hints) return [];
  return [...hintEvidence(hints, base.lexicon)].map(([type, evidence]): Proposal => {
    const named = analysis.candidates.find(({ pattern, head }) => pattern.type === type && head === null);
    const name: Evidence[] = named ? [{ kind: "name", detail: named.pattern.phrase, weight: weights.agrees }] : [];
    return { type, evidence: [...name, ...evidence, ...ownerEvidence(owner, "certain")] };
  });
}

/** A person's whole record, kept on the device under a key that may say nothing of it. */
function fromKeptRecord({ fact, owner, target }: LinkedField, { views, lexicon }: CodeBase): Proposal[] {
  const view = target && isLoose(owner.fact.kind) ? views.get(target) : undefined;
  const type = lexicon.types.get("other");
  if (!view || !type || view.role !== "person") return [];
  const name = `${fact.name}: ${target!.fact.name}`;
  return [
    { type, evidence: [{ kind: "relation", detail: name, weight: view.weak ? weights.validator : weights.relation }] },
  ];
}

function fromReference(field: LinkedField, analysis: NameAnalysis, owner: OwnerView, base: CodeBase): Proposal[] {
  const type = base.lexicon.types.get(personReference);
  const evidence = type ? referenceEvidence(field, analysis, owner, base) : [];
  if (!type || evidence.length === 0) return [];
  // Stored settings that hold a person's key are that person's; what configures a program holds no such key.
  const keyed = field.owner.fact.kind === "store" && analysis.identifies !== null;
  const setting = owner.role === "setting" && !keyed ? ownerEvidence(owner, "certain") : [];
  return [{ type, evidence: [...evidence, ...setting] }];
}
