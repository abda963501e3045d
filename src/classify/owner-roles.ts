import type { Evidence, LinkedField, LinkedOwner, OwnerRole } from "../model/index.js";
import { keyOf, type Lexicon } from "./lexicon.js";
import { has, ownerPhrase, type NameAnalysis } from "./name-analysis.js";
import { readOwnerName, type OwnerName } from "./owner-name.js";
import { fromBooks, isMoneyAccount, moneyAccount, ofAccount, shareMoneyAccounts } from "./money-accounts.js";
import { nounOf, type OwnerView } from "./owner-view.js";
import { findSubjects } from "./subjects.js";
import { singular, splitWords } from "./words.js";

const noOne: ReadonlySet<string> = new Set();

type Analyse = (name: string) => NameAnalysis;

/** Steps along relations that a tie to a person is passed on: an event's data belongs to the visitor of the event's session. */
const steps = 2;

/** Tells for every record what it is about: from its name, then its fields, then its relations. */
export function judgeOwners(
  owners: readonly LinkedOwner[],
  lexicon: Lexicon,
  analyse: Analyse,
): {
  readonly views: Map<LinkedOwner, OwnerView>;
  readonly nouns: Map<string, OwnerView>;
  readonly kept: Set<string>;
} {
  const views = new Map<LinkedOwner, OwnerView>();
  for (const owner of owners) views.set(owner, fromNameAndFields(owner, lexicon, analyse));
  for (const owner of owners) fromBases(owner, views);
  shareMoneyAccounts(views);
  const nouns = nounsOf(views);
  for (const owner of owners) fromNamesake(owner, views, nouns);
  shareKeys(views);
  fromBooks(owners, views, analyse);
  for (let step = 0; step < steps; step++) {
    const before = new Map(views);
    const relations = { before, views, nouns: nounsOf(before), analyse, lexicon };
    for (const owner of owners) fromRelations(owner, relations);
  }
  findSubjects(owners, views, lexicon, analyse);
  return { views, nouns: nounsOf(views), kept: keptNouns(views) };
}

function fromNameAndFields(owner: LinkedOwner, lexicon: Lexicon, analyse: Analyse): OwnerView {
  const { kind } = owner.fact;
  if (kind === "cookie" || kind === "web-storage" || kind === "device") return visitorOwned(kind, owner.fact.name);
  const fields = countFields(owner, lexicon, analyse);
  const name = registersProgram(readOwnerName(owner, lexicon), fields);
  const contactable = fields.contact;
  const tie = owner.fields.find((field) => tiesToPerson(field, lexicon, analyse));
  const base = {
    owned: false,
    keyed: owner.fields.some((field) => tiesToPerson(field, lexicon, analyse) && !ofAccount(field, analyse)),
    visitor: fields.visitor >= 2,
    words: name.words,
    all: name.all,
    inner: name.words,
    books: false,
    sample: name.sample,
    contactable,
    holds: fields.holds,
    about: noOne,
  };
  if (isMoneyAccount(name, fields)) {
    // An account may stand under another one.
    if (!tie || ofAccount(tie, analyse)) return { ...base, role: "unknown", weak: true, books: true, evidence: [] };
    const evidence = [said("relation", tie.fact.name)];
    return { ...base, role: "tied", weak: true, inner: moneyAccount, evidence };
  }
  if (name.role !== "unknown" && !fieldsOverrule(name, fields)) {
    return { ...base, role: name.role, weak: name.weak, evidence: [said("owner", `${name.role}: ${name.word}`)] };
  }
  const told = fromFields(fields);
  if (told) return { ...base, ...told };
  if (tie) return { ...base, role: "tied", weak: true, owned: true, evidence: [said("relation", tie.fact.name)] };
  return { ...base, role: "unknown", weak: true, evidence: [] };
}

/** What states where it may be called back and which grants it uses is a client program, whatever its `client` is called. */
function registersProgram(name: OwnerName, { program, strongPerson }: FieldCount): OwnerName {
  if (program === null || strongPerson || (name.role === "person" && !name.weak && name.word !== "client")) return name;
  return { ...name, role: "technical", weak: false, word: program };
}

/** A cache of sessions is about visitors, and an appointment that names its patient outright about the patient. */
function fieldsOverrule({ role }: OwnerName, { person, strongPerson, visitor, traced }: FieldCount): boolean {
  if (role === "log") return visitor >= 2;
  if (role === "technical") return traced >= 2;
  // A vendor with a first and a last name is a person who trades.
  return (role === "tied" || role === "organisation") && strongPerson && person >= 4;
}

function visitorOwned(kind: string, key: string): OwnerView {
  const words = [kind === "web-storage" ? "storage" : kind];
  // A record kept under a key of its own is called by that key: a `visit-history` in the browser's store.
  const inner = [...splitWords(key), ...words];
  return {
    role: "tied",
    weak: false,
    owned: false,
    keyed: false,
    visitor: true,
    words,
    all: inner,
    inner,
    books: false,
    sample: false,
    contactable: null,
    holds: new Set(),
    about: noOne,
    evidence: [said("kind", kind)],
  };
}

interface FieldCount {
  person: number;
  strongPerson: boolean;
  visitor: number;
  /** The same without what several visitors may share: browser, country. */
  traced: number;
  money: boolean;
  goods: string[];
  organisation: string[];
  contact: string | null;
  /** The field that tells a program registered for others to trust. */
  program: string | null;
  holds: Set<string>;
  seen: string[];
}

function countFields(owner: LinkedOwner, lexicon: Lexicon, analyse: Analyse): FieldCount {
  const patterns = new Map<string, { person: number; visitor: number }>();
  // Browser, system, screen, country: none tells by itself, together they are what is kept of a visitor.
  const traits = new Map<string, number>();
  const count: FieldCount = {
    person: 0,
    strongPerson: false,
    visitor: 0,
    traced: 0,
    money: false,
    goods: [],
    organisation: [],
    contact: null,
    program: null,
    holds: new Set(),
    seen: [],
  };
  for (const { fact } of owner.fields) {
    const { candidates, flag, words, path } = analyse(fact.name);
    if (flag !== null || fact.type === "boolean" || path.length > 1) continue;
    const key = keyOf(words);
    count.money ||= has(lexicon, "moneyFields", key);
    if (has(lexicon, "programFields", key)) count.program ??= fact.name;
    if (has(lexicon, "goodsFields", key)) count.goods.push(fact.name);
    if (has(lexicon, "organisationFields", key)) count.organisation.push(fact.name);
    for (const { pattern, head, exception, qualifier } of candidates) {
      if (head !== null || exception !== null || (qualifier !== null && qualifier.role !== "person")) continue;
      const { speaksFor } = pattern.type;
      if ((pattern.tier === "tied" || pattern.tier === "visit") && speaksFor.trait > 0) {
        traits.set(pattern.type.id, Math.min(2, (traits.get(pattern.type.id) ?? 0) + speaksFor.trait));
      }
      if (pattern.tier !== "certain" && pattern.tier !== "likely") continue;
      count.holds.add(pattern.type.id);
      if (speaksFor.contact > 0) count.contact ??= fact.name;
      if (speaksFor.person + speaksFor.visitor > 0) patterns.set(`${pattern.type.id} ${pattern.phrase}`, speaksFor);
    }
  }
  for (const [type, seen] of traits) {
    count.visitor += seen / 2;
    count.seen.push(type);
  }
  for (const [name, { person, visitor }] of patterns) {
    count.person += person;
    count.visitor += visitor;
    count.traced += visitor;
    count.strongPerson ||= person >= 2;
    count.seen.push(name.split(" ").slice(1).join(" "));
  }
  return count;
}

function fromFields(count: FieldCount): Pick<OwnerView, "role" | "weak" | "evidence"> | null {
  const tell = (
    role: OwnerRole,
    weak: boolean,
    seen: readonly string[],
  ): Pick<OwnerView, "role" | "weak" | "evidence"> => ({
    role,
    weak,
    evidence: [said("neighbours", seen.slice(0, 5).join(", "))],
  });
  if (count.organisation.length > 0 && !count.strongPerson) return tell("organisation", false, count.organisation);
  if (count.person >= 3 && count.strongPerson) return tell("person", count.person < 4, count.seen);
  if (count.goods.length >= 2 && count.person < 2) return tell("goods", false, count.goods);
  if (count.visitor >= 2) return tell("tied", true, count.seen);
  return null;
}

/** A key or relation to the person the record is about. Its author or owner does not make an article or a site personal. */
function tiesToPerson({ fact }: LinkedField, lexicon: Lexicon, analyse: Analyse): boolean {
  const { identifies, actor, words, flag } = analyse(fact.name);
  if (actor || flag !== null || fact.type === "boolean" || fact.list) return false;
  const noun = identifies ?? (fact.type === "relation" ? words : null);
  if (!noun || noun.some((word) => has(lexicon, "keepers", word))) return false;
  return ownerPhrase(noun, noun.length, lexicon)?.role === "person" || has(lexicon, "ties", noun.at(-1)!);
}

function fromBases(owner: LinkedOwner, views: Map<LinkedOwner, OwnerView>): void {
  const view = views.get(owner)!;
  if (view.role !== "unknown") return;
  for (const base of owner.bases) {
    const known = views.get(base);
    if (!known || known.role === "unknown") continue;
    const { role, owned } = known;
    views.set(owner, { ...view, role, weak: true, owned, evidence: [said("owner", base.fact.name)] });
    return;
  }
}

/** The entity, the DTO and the form of one thing share its noun: what one shows holds for the others. */
function fromNamesake(
  owner: LinkedOwner,
  views: Map<LinkedOwner, OwnerView>,
  nouns: ReadonlyMap<string, OwnerView>,
): void {
  const view = views.get(owner)!;
  const known = nouns.get(nounOf(view));
  if (view.role !== "unknown" || !known || known.role === "setting") return;
  const { role, owned, visitor, evidence } = known;
  views.set(owner, { ...view, role, weak: true, owned, visitor, evidence });
}

/** What one record of a noun is keyed to, its DTOs and forms are too. */
function shareKeys(views: Map<LinkedOwner, OwnerView>): void {
  const keyed = new Set<string>();
  for (const view of views.values()) if (view.keyed) keyed.add(nounOf(view));
  for (const [owner, view] of views)
    if (!view.keyed && nounOf(view) !== "" && keyed.has(nounOf(view))) views.set(owner, { ...view, keyed: true });
}

/** Prefers, among records of one noun, the one that is surest of its role; the first stands where they are equal. */
function nounsOf(views: ReadonlyMap<LinkedOwner, OwnerView>): Map<string, OwnerView> {
  const nouns = new Map<string, OwnerView>();
  for (const view of views.values()) {
    const noun = nounOf(view);
    const known = nouns.get(noun);
    if (noun !== "" && view.role !== "unknown" && (!known || (known.weak && !view.weak))) nouns.set(noun, view);
  }
  return nouns;
}

function keptNouns(views: ReadonlyMap<LinkedOwner, OwnerView>): Set<string> {
  const kept = new Set<string>();
  for (const [owner, view] of views)
    if (owner.fact.kind === "store" || owner.fact.kind === "input") kept.add(nounOf(view));
  return kept;
}

interface Relations {
  readonly before: ReadonlyMap<LinkedOwner, OwnerView>;
  readonly views: Map<LinkedOwner, OwnerView>;
  readonly nouns: ReadonlyMap<string, OwnerView>;
  readonly analyse: Analyse;
  readonly lexicon: Lexicon;
}

function fromRelations(owner: LinkedOwner, relations: Relations): void {
  const { before, views, nouns, analyse, lexicon } = relations;
  const view = before.get(owner)!;
  for (const { fact, target, references } of owner.fields) {
    const other = target ?? references;
    const known = other ? before.get(other) : undefined;
    if (other && known && isAbout(known) && isPart(before.get(other)!, other)) continue;
    if (view.role === "unknown" && !fact.list) {
      const { identifies, words, actor } = analyse(fact.name);
      const kept = (identifies ?? words).some((word) => has(lexicon, "keepers", word));
      const noun = identifies ? nouns.get(keyOf(identifies.map(singular))) : undefined;
      const about = [known, noun].find((each) => each !== undefined && isAbout(each));
      if (about && !actor && !kept && (identifies !== null || fact.type === "relation")) {
        const { visitor } = about;
        views.set(owner, { ...view, role: "tied", weak: true, visitor, evidence: [said("relation", fact.name)] });
      }
    }
    // A plain structure inside a person's record is part of that record.
    if (target && isAbout(view) && before.get(target)?.role === "unknown" && target.fact.kind === "type") {
      const inner = views.get(target)!;
      views.set(target, {
        ...inner,
        role: "tied",
        weak: true,
        evidence: [said("relation", `${owner.fact.name}.${fact.name}`)],
      });
    }
  }
}

function isPart(view: OwnerView, owner: LinkedOwner): boolean {
  return view.weak && owner.fact.kind === "type";
}

function isAbout({ role, owned }: OwnerView): boolean {
  return role === "person" || (role === "tied" && owned !== true);
}

function said(kind: Evidence["kind"], detail: string): Evidence {
  return { kind, detail, weight: 0 };
}
