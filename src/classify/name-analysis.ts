import { keyOf, type Lexicon, type Pattern } from "./lexicon.js";
import { singular, splitPath } from "./words.js";

/** A pattern found in a field's name, with what stands around it. Says nothing yet of the record. */
export interface Candidate {
  readonly pattern: Pattern;
  readonly start: number;
  readonly end: number;
  /** The nearest word before (or, for a person, after) that names a record: `authorName`, `companyEmail`. */
  readonly qualifier: { readonly role: string; readonly word: string } | null;
  /** Words before it that no list knows: `planName` is the name of something. */
  readonly strangers: readonly string[];
  /** The word after it that makes the name mean something about the datum, or another thing: `emailTemplate`. */
  readonly head: string | null;
  /** The preposition that makes it a mere qualifier of what stands before: `usersByEmail`. */
  readonly demoted: string | null;
  /** A phrase around it that means something else. */
  readonly exception: string | null;
}

/** What a field's name says by itself. */
export interface NameAnalysis {
  /** Words of the field's own segment. */
  readonly words: readonly string[];
  /** Segments before it, outermost first. */
  readonly path: readonly (readonly string[])[];
  readonly candidates: readonly Candidate[];
  /** `is`, `has`, `show`...: the name asks a question or gives an order. */
  readonly flag: string | null;
  /** Words before the identifier at the end (`assignedUserId` → assigned, user), or null when it is no identifier. */
  readonly identifies: readonly string[] | null;
  /** The name is an identifier and nothing else: `id`, `_id`, `uuid`. */
  readonly ownIdentifier: boolean;
  /** `createdBy`, `reviewed_by_id`: the one who did something. */
  readonly actor: boolean;
}

export function has(lexicon: Lexicon, wordClass: string, word: string | undefined): boolean {
  // A name may hold no word at all: `_`, `$`.
  if (word === undefined) return false;
  const words = lexicon.names.get(wordClass);
  return words !== undefined && (words.has(word) || words.has(singular(word)));
}

/** Class of the longest phrase of the owners' lexicon that ends right before `end`, with the words it takes. */
export function ownerPhrase(
  words: readonly string[],
  end: number,
  lexicon: Lexicon,
): { readonly role: string; readonly word: string; readonly start: number } | null {
  for (let start = Math.max(0, end - lexicon.longest); start < end; start++) {
    const window = words.slice(start, end);
    const role = lexicon.owners.get(keyOf(window)) ?? lexicon.owners.get(keyOf(window.map(singular)));
    if (role !== undefined) return { role, word: window.join(" "), start };
  }
  return null;
}

export function analyseName(name: string, lexicon: Lexicon): NameAnalysis {
  const segments = splitPath(name).map((words) => words.flatMap((word) => cut(word, lexicon)));
  const words = withoutControl(segments.at(-1) ?? [], lexicon);
  const identifierLength = identifierAtEnd(words, lexicon);
  const identifies = identifierLength > 0 ? words.slice(0, -identifierLength) : null;
  const actorWords = identifies ?? words;
  return {
    words,
    path: segments.slice(0, -1),
    candidates: findCandidates(words, lexicon),
    flag: words.length > 1 && isFlag(words[0]!, lexicon) ? words[0]! : null,
    identifies: identifies && identifies.length > 0 ? identifies : null,
    ownIdentifier: identifies?.length === 0,
    actor: isActor(actorWords, lexicon),
  };
}

/** The input that takes a datum is called after it: `sexSelect` takes the sex, `patientTypeahead` a patient. */
function withoutControl(words: readonly string[], lexicon: Lexicon): readonly string[] {
  for (let length = Math.min(2, words.length - 1); length > 0; length--)
    if (has(lexicon, "controls", keyOf(words.slice(-length)))) return words.slice(0, -length);
  return words;
}

function isActor(words: readonly string[], lexicon: Lexicon): boolean {
  return words.length > 1 && has(lexicon, "by", words.at(-1)!) && !has(lexicon, "notActors", words.at(-2)!);
}

/** How many words at the end are an identifier (`id`, `uuid`, `uu` + `id`). */
function identifierAtEnd(words: readonly string[], lexicon: Lexicon): number {
  for (let length = Math.min(2, words.length); length > 0; length--) {
    if (has(lexicon, "identifiers", keyOf(words.slice(-length)))) return length;
  }
  return 0;
}

/** Cuts a run-together word (`customeremail`) into words the catalogue knows; leaves any other whole. */
function cut(word: string, lexicon: Lexicon): string[] {
  const { vocabulary } = lexicon;
  if (word.length < 6 || vocabulary.has(word) || vocabulary.has(singular(word))) return [word];
  for (let at = word.length - 2; at >= 4; at--) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    const known = right.length >= 4 ? vocabulary.has(right) : right === "id" || right === "ip";
    if (known && vocabulary.has(left)) return [left, right];
  }
  // Shorter beginnings are cut off only where they add nothing: `newpassword`, `oldemail`.
  const [left, right] = [word.slice(0, 3), word.slice(3)];
  if (right.length >= 5 && has(lexicon, "neutral", left) && vocabulary.has(right)) return [left, right];
  return [word];
}

function findCandidates(words: readonly string[], lexicon: Lexicon): Candidate[] {
  const found: { pattern: Pattern; start: number; end: number }[] = [];
  const exceptions: { type: string; phrase: string; start: number; end: number }[] = [];
  for (let start = 0; start < words.length; start++) {
    for (let end = start + 1; end <= Math.min(words.length, start + lexicon.longest); end++) {
      const window = words.slice(start, end);
      for (const key of new Set([keyOf(window), keyOf(window.map(singular))])) {
        for (const pattern of lexicon.patterns.get(key) ?? []) found.push({ pattern, start, end });
        for (const exception of lexicon.exceptions.get(key) ?? []) exceptions.push({ ...exception, start, end });
      }
    }
  }
  const longest = found.filter(
    (inner) =>
      !found.some(
        (outer) =>
          outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start,
      ),
  );
  return longest.map(({ pattern, start, end }): Candidate => {
    const before = surroundings(words.slice(0, start), lexicon);
    const after = afterwards(words.slice(end), pattern, lexicon);
    const exception = exceptions.find(
      (other) => other.type === pattern.type.id && other.start < end && start < other.end,
    );
    return {
      pattern,
      start,
      end,
      qualifier: before.qualifier ?? after.person,
      strangers: before.strangers,
      head: after.head,
      demoted: demotedBy(words.slice(0, start), lexicon),
      exception: exception?.phrase ?? null,
    };
  });
}

/** `usersByEmail` are users; `requestedByEmail` is the e-mail of the one who asked. */
function demotedBy(before: readonly string[], lexicon: Lexicon): string | null {
  const at = before.findIndex((word, index) => index > 0 && has(lexicon, "demoting", word));
  if (at < 0) return null;
  return has(lexicon, "by", before[at]!) &&
    /(?:ed|sent|made|paid|sold|given|taken|done)$/.test(before[at - 1]!) &&
    isActor(before.slice(0, at + 1), lexicon)
    ? null
    : before[at]!;
}

function isNeutral(word: string, lexicon: Lexicon): boolean {
  return /^\p{N}+$/u.test(word) || has(lexicon, "neutral", word) || isFlag(word, lexicon);
}

function isFlag(word: string, lexicon: Lexicon): boolean {
  return has(lexicon, "question", word) || has(lexicon, "order", word);
}

/** What the words before a pattern say: whose datum it is, and which of them no list knows. */
function surroundings(before: readonly string[], lexicon: Lexicon): Pick<Candidate, "qualifier" | "strangers"> {
  const strangers: string[] = [];
  for (let end = before.length; end > 0;) {
    if (isNeutral(before[end - 1]!, lexicon) || has(lexicon, "before", before[end - 1]!)) {
      end--;
      continue;
    }
    const phrase = ownerPhrase(before, end, lexicon);
    if (phrase && phrase.role !== "wrapper") return { qualifier: phrase, strangers };
    if (!phrase) strangers.push(before[end - 1]!);
    end = phrase?.start ?? end - 1;
  }
  return { qualifier: null, strangers };
}

function afterwards(
  after: readonly string[],
  pattern: Pattern,
  lexicon: Lexicon,
): { readonly head: string | null; readonly person: Candidate["qualifier"] } {
  let person: Candidate["qualifier"] = null;
  let head: string | null = null;
  const { heads } = pattern.type;
  const rest = keyOf(after);
  if ((isNeutral(rest, lexicon) && !isFlag(rest, lexicon)) || heads.has(rest)) return { head, person };
  for (const [at, word] of after.entries()) {
    // `signatureAsBase64`: the rest tells how, not what. At the very end it is a word like any other: `emailFrom`.
    if (at < after.length - 1 && has(lexicon, "prepositions", word)) break;
    if (heads.has(word) || heads.has(singular(word))) continue;
    if (isNeutral(word, lexicon) && !isFlag(word, lexicon)) continue;
    const role = lexicon.owners.get(word) ?? lexicon.owners.get(singular(word));
    if (role === "person" && pattern.tier !== "person") person = { role, word };
    else head = word;
  }
  return { head, person };
}
