import type { LinkedOwner } from "../model/index.js";
import { keyOf, type Lexicon } from "./lexicon.js";
import { has, ownerPhrase, type NameAnalysis } from "./name-analysis.js";
import { nounOf, type OwnerView } from "./owner-view.js";
import { singular, splitWords } from "./words.js";

/**
 * Tells of whom a record is: of the persons in its name, its keys and relations, of the one whose record holds it, of the folder it stands
 * in, and of whatever its namesake is. A visit of a patient and a visit of a site are not the same.
 */
export function findSubjects(
  owners: readonly LinkedOwner[],
  views: Map<LinkedOwner, OwnerView>,
  lexicon: Lexicon,
  analyse: (name: string) => NameAnalysis,
): void {
  const found = new Map<LinkedOwner, Set<string>>();
  for (const owner of owners)
    found.set(owner, new Set([...fromNames(owner, lexicon), ...fromFields(owner, lexicon, analyse)]));
  for (const owner of owners) {
    const view = views.get(owner)!;
    if (view.role !== "person") continue;
    for (const { target } of owner.fields)
      if (target && views.get(target)?.role !== "person") found.get(target)?.add(nounOf(view));
  }
  const namesakes = new Map<string, Set<string>>();
  for (const owner of owners) {
    const noun = nounOf(views.get(owner)!);
    if (noun === "") continue;
    const shared = namesakes.get(noun) ?? new Set();
    for (const subject of found.get(owner)!) shared.add(subject);
    namesakes.set(noun, shared);
  }
  for (const owner of owners) {
    const view = views.get(owner)!;
    const about = new Set([...found.get(owner)!, ...(namesakes.get(nounOf(view)) ?? [])]);
    if (about.size > 0) views.set(owner, { ...view, about });
  }
}

function* fromNames({ fact, place }: LinkedOwner, lexicon: Lexicon): Generator<string> {
  yield* personsIn(splitWords(fact.name), lexicon);
  for (const segment of place.file.split("/").slice(-4)) yield* personsIn(splitWords(segment), lexicon);
}

/** Keys and relations: `patient`, `patientId`. Who made or keeps a record is not whom it is about. */
function* fromFields(
  { fields }: LinkedOwner,
  lexicon: Lexicon,
  analyse: (name: string) => NameAnalysis,
): Generator<string> {
  for (const { fact } of fields) {
    const { identifies, words, actor, flag } = analyse(fact.name);
    if (actor || flag !== null || fact.type === "boolean") continue;
    const noun = identifies ?? words;
    const phrase = ownerPhrase(noun, noun.length, lexicon);
    if (phrase?.role === "person" && !has(lexicon, "keepers", noun.at(-1)!))
      yield keyOf(noun.slice(phrase.start).map(singular));
  }
}

function* personsIn(words: readonly string[], lexicon: Lexicon): Generator<string> {
  for (let end = words.length; end > 0;) {
    const phrase = ownerPhrase(words, end, lexicon);
    if (phrase?.role === "person") yield keyOf(words.slice(phrase.start, end).map(singular));
    end = phrase?.start ?? end - 1;
  }
}
