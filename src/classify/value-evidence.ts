import type { Evidence, LinkedField, OwnerRole } from "../model/index.js";
import type { Lexicon, Pattern } from "./lexicon.js";
import { has } from "./name-analysis.js";
import { nounOf, type CodeBase, type OwnerView } from "./owner-view.js";
import { structuresOf } from "./structure.js";
import { veto } from "./vetoes.js";
import { weights } from "./weights.js";
import { splitWords } from "./words.js";

/** What the declared type of a field says for or against a pattern. */
export function valueEvidence(
  { type, tier }: Pattern,
  owner: OwnerView,
  field: LinkedField,
  base: CodeBase,
): Evidence[] {
  const value = field.fact.type ?? "unknown";
  const thing = relationToThing(field, base) ?? container(field, tier, owner);
  if (thing !== null) return [veto(thing)];
  if (value === "unknown") return [];
  if (value === "function" || (value === "boolean" && !type.flags)) return [veto(value)];
  if (value === "boolean" || type.types === null) return [];
  return type.types.has(value) ? [{ kind: "type", detail: value, weight: weights.expectedType }] : [veto(value)];
}

/** Roles of records whose data stand in themselves, not in the field that points at them. */
const things: readonly OwnerRole[] = ["goods", "technical", "setting"];

/** The record a relation points at, when the field holds no datum of its own. */
function relationToThing({ fact, owner, target }: LinkedField, { views, lexicon }: CodeBase): string | null {
  if (target === null) return namesChoice(fact.target, lexicon);
  const stored = owner.fact.kind === "store";
  // The other side of a relation is no column here.
  if (stored && fact.type === "relation" && fact.list === true) return target.fact.name;
  const view = views.get(target);
  // Records of others that a team or a product has are those records' own.
  const among = views.get(owner)?.role;
  const linked = fact.type === "relation" && (view?.role === "tied" || view?.role === "log");
  if (linked && (among === "organisation" || among === "goods" || among === "technical")) return target.fact.name;
  // What holds more of its own kind, a thread of replies or a page of a list, adds no datum to theirs.
  const own = views.get(owner);
  if (target === owner || (fact.list === true && view && own && nounOf(own) !== "" && nounOf(own) === nounOf(view)))
    return target.fact.name;
  if (!view || view.weak) return null;
  return things.includes(view.role) || (stored && view.role === "tied") ? target.fact.name : null;
}

/** An inline structure with a general name is spoken for by the fields in it. */
function container({ fact, owner }: LinkedField, tier: Pattern["tier"], { role }: OwnerView): string | null {
  if (role === "person" || fact.type !== "object" || tier === "certain" || tier === "likely") return null;
  return structuresOf(owner).get(fact.name)?.[0]?.fact.name ?? null;
}

/** A type of its own that no record of the code base declares, named for what one chooses from: a `NotificationLevel` is no e-mail address. */
function namesChoice(name: string | undefined, lexicon: Lexicon): string | null {
  const last = splitWords(name ?? "").at(-1);
  return last !== undefined && has(lexicon, "choices", last) ? name! : null;
}
