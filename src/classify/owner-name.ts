import type { LinkedOwner, OwnerRole } from "../model/index.js";
import { keyOf, type Lexicon } from "./lexicon.js";
import { has, ownerPhrase } from "./name-analysis.js";
import { singular, splitWords } from "./words.js";

/** What a record's name, or failing that its place, says it is about. */
export interface OwnerName {
  readonly role: OwnerRole;
  /** A form or a part of a person's record may hold other things too. */
  readonly weak: boolean;
  /** The word that told it. */
  readonly word: string | null;
  /** Content words: what the record is called apart from how it is written. */
  readonly words: readonly string[];
  /** All its words in order. */
  readonly all: readonly string[];
  /** Made for a test or a sample: nothing is collected there. */
  readonly sample: boolean;
}

const nothing: OwnerName = { role: "unknown", weak: true, word: null, words: [], all: [], sample: false };

export function readOwnerName({ fact, place }: LinkedOwner, lexicon: Lexicon): OwnerName {
  const names = [fact.name, fact.table ?? "", fact.binding ?? ""].filter((name) => name !== "");
  const read = names.map((name) => readWords(nameWords(fact.kind === "input" ? ofScreen(name) : name), lexicon));
  const own = read.find(({ role }) => role !== "unknown") ?? read[0] ?? nothing;
  const [file = nothing, ...folders] = readPath(place.file, lexicon);
  const sample = own.sample || file.sample || SHOWN.test(place.file);
  const served = fact.kind === "input" ? servedByAdmin(own, file, lexicon) : null;
  if (served) return { ...served, sample };
  if (own.role === "setting" || (own.role === "person" && !own.weak)) return { ...own, sample };
  if (file.role === "setting") return { ...file, words: own.words, all: [...own.all, ...file.all], sample };
  if (own.words.length > 0) return { ...own, sample };
  const told = [file, ...folders].find((place) => tellsFromPath.has(place.role) || namesAction(place, lexicon));
  return told ? { ...told, weak: true, sample } : { ...own, all: [...own.all, ...file.all], sample };
}

/** Files that show components with made-up data, and scripts by which the code itself is checked and built. */
const SHOWN = /(?:^|[./])stories\.\w+$|^\.(?:github|gitlab|circleci|storybook)\//;

/** What a place in the tree may tell of a nameless record; `server/`, `tags/` and the like tell nothing of one. */
const tellsFromPath: ReadonlySet<OwnerRole> = new Set(["person", "tied", "log"]);

/** A folder that is named for what is done there, `createTaxRate/`, names the record too, whatever it is. */
function namesAction({ role, all, words }: OwnerName, lexicon: Lexicon): boolean {
  return isThing(role) && words.length < all.length && ownerPhrase(all, 1, lexicon)?.role === "wrapper";
}

/** `addDomainAdmin`, or `editAdmin` beside links: done by an administrator, to something else. */
function servedByAdmin({ role, all }: OwnerName, file: OwnerName, lexicon: Lexicon): OwnerName | null {
  if (role !== "person" || !/^admin(?:istrator)?$/.test(all.at(-1)!) || all.length < 2) return null;
  const rest = readWords(all.slice(0, -1), lexicon);
  const about = rest.words.length > 0 ? rest : file;
  return isThing(about.role) ? { ...about, weak: true, all: [...rest.all, ...file.all] } : null;
}

/**
 * A component that asks for data may be called after the screen it fills: a `RegisterPage` is no page that someone wrote, and what a
 * `GenerateChartAction` is given no record of what somebody did.
 */
function ofScreen(name: string): string {
  return name.replace(/(?<=^[A-Z]\w*[a-z0-9])(?:Page|Screen)$|(?<=^[A-Z]\w*[a-z0-9][A-Z]\w*[a-z0-9])Action$/, "");
}

/** `POST /users/:id/notes` → users, notes; anything else → its words. */
function nameWords(name: string): string[] {
  const route = /^(?:[A-Z]+ +)?(\/\S*)/.exec(name)?.[1];
  if (route === undefined) return splitWords(name.replace(/^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ALL)\b/, ""));
  return route
    .split("/")
    .filter((segment) => !/^[:{[*]/.test(segment))
    .flatMap(splitWords);
}

/** A file's own name and its nearest folders, nearest first; words that name a place in any code base (`route.ts`, `lib/`) left out. */
function readPath(file: string, lexicon: Lexicon): OwnerName[] {
  const segments = file.split("/").slice(-4).reverse();
  return segments
    .filter((segment) => !/^[[({]/.test(segment))
    .map((segment) => splitWords(segment.replace(/\.[a-z]+$/i, "")).filter((word) => !has(lexicon, "places", word)))
    .map((words) => readWords(words, lexicon));
}

export function readWords(all: readonly string[], lexicon: Lexicon): OwnerName {
  const tool = toolIn(all, lexicon);
  if (tool > 0)
    return {
      ...readWords(
        all.filter((_, at) => at !== tool),
        lexicon,
      ),
      all,
    };
  // A `CreateWorkspaceAction` is what a workspace is created from, and no record of what somebody did.
  if (all.length > 2 && all.at(-1) === "action" && all.slice(0, 2).some((word) => isDoing(word, lexicon)))
    return { ...readWords(all.slice(0, -1), lexicon), all };
  const read = readPhrase(all, lexicon);
  // What follows a preposition only qualifies: an `ErrorWithParent` is an error.
  const at = all.findIndex((word, index) => index > 0 && has(lexicon, "prepositions", word));
  if (at < 0) return read;
  const before = readPhrase(all.slice(0, at), lexicon);
  return before.words.length > 0 ? { ...before, all } : read;
}

/** Where a part of the program stands that bears a person's word: the `editor` of a rich text, of the options of a product. */
function toolIn(all: readonly string[], lexicon: Lexicon): number {
  const at = all.findLastIndex((word) => ownerPhrase([word], 1, lexicon)?.role !== "wrapper");
  if (at < 1 || !has(lexicon, "tools", all[at]!)) return -1;
  const before = ownerPhrase(all, at, lexicon)?.role ?? "unknown";
  return before === "unknown" || before === "tied" || before === "person" || isThing(before) ? at : -1;
}

function isDoing(word: string, lexicon: Lexicon): boolean {
  return word.length > 1 && ownerPhrase([word], 1, lexicon)?.role === "wrapper";
}

function readPhrase(all: readonly string[], lexicon: Lexicon): OwnerName {
  const words: string[] = [];
  const phrases: { role: string; word: string }[] = [];
  let head = true;
  let headRole: string | null = null;
  let headWord: string | null = null;
  let sample = false;
  for (let end = all.length; end > 0;) {
    const phrase = ownerPhrase(all, end, lexicon);
    const start = phrase?.start ?? end - 1;
    const taken = all.slice(start, end);
    end = start;
    if (phrase?.role === "wrapper" || taken.every((word) => /^(?:\p{N}+|.)$/u.test(word))) continue;
    if (phrase?.role === "sample") {
      sample = true;
      continue;
    }
    words.unshift(...taken);
    if (phrase) phrases.push(phrase);
    if (head) [headRole, headWord] = [phrase?.role ?? null, phrase?.word ?? null];
    head = false;
  }
  const before = headRole === null ? phrases : phrases.slice(1);
  const person = before.find(
    ({ role }) => role === "person" || (headRole === null && (role === "part" || role === "act")),
  );
  const other =
    before.find(({ role }) => isThing(role)) ?? before.find(({ role }) => role === "tied" || role === "log");
  return { ...judge(headRole, headWord, person?.word ?? null, other ?? null, lexicon), words, all, sample };
}

/** The last word tells what a record is; a person before it makes it that person's. */
function judge(
  head: string | null,
  word: string | null,
  person: string | null,
  other: { readonly role: string; readonly word: string } | null,
  lexicon: Lexicon,
): Pick<OwnerName, "role" | "weak" | "word"> {
  switch (head) {
    case "person":
      return { role: "person", weak: false, word };
    case "maybePerson":
      return { role: "person", weak: true, word };
    case "act":
      return { role: "person", weak: true, word };
    case "part":
      if (person === null && other && isThing(other.role)) return { role: other.role, weak: false, word: other.word };
      if (person === null && other) return { role: "tied", weak: true, word: other.word };
      return { role: "person", weak: person === null, word };
    case "tied":
      return { role: "tied", weak: person === null && has(lexicon, "looseTies", word ?? ""), word };
    case "log":
      return person === null ? { role: "log", weak: false, word } : { role: "tied", weak: false, word };
    case "setting":
      return person !== null && has(lexicon, "personalSettings", word ?? "")
        ? { role: "tied", weak: true, word: person }
        : { role: "setting", weak: false, word };
    case "goods":
      return person === null ? { role: head, weak: false, word } : { role: "tied", weak: true, word: person };
    case "organisation":
    case "technical":
      return { role: head, weak: false, word };
    default:
      return person === null ? { role: "unknown", weak: true, word: null } : { role: "tied", weak: true, word: person };
  }
}

function isThing(role: string): role is "organisation" | "goods" | "technical" | "setting" {
  return ["organisation", "goods", "technical", "setting"].includes(role);
}

/** The first word or phrase among these words that is one of the data type's own, or null. */
export function mentions(words: readonly string[], own: ReadonlySet<string>): string | null {
  for (let end = 1; end <= words.length; end++) {
    const phrase = endsWith(words.slice(0, end), own);
    if (phrase !== null) return phrase;
  }
  return null;
}

/** The phrase of the data type's own with which these words end, or null. */
export function endsWith(words: readonly string[], own: ReadonlySet<string>): string | null {
  for (let length = Math.min(3, words.length); length > 0; length--) {
    const window = words.slice(-length);
    if (own.has(keyOf(window)) || own.has(keyOf(window.map(singular)))) return window.join(" ");
  }
  return null;
}
