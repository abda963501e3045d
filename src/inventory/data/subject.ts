import { singular, splitPath, type Classified } from "../../classify/index.js";
import type { LinkedField, LinkedOwner } from "../../model/index.js";

/** What a field is called apart from how it is written, and of what: `CreateUserDto.eMail` is the `email` of a `user`. */
export interface Subject {
  /** Words of the record, written together; empty where its name says nothing. */
  readonly noun: string;
  readonly name: string;
  /** Other names of the same field: that of its column. */
  readonly aliases: readonly string[];
}

/** Segments at the beginning of a path that only say that data follow. */
const HOLLOW = new Set(["data", "body", "payload", "value", "input", "form", "field", "attribute"]);

/** Tells what fields are called and of what, by the nouns that the records of the code base go by. */
export class Subjects {
  readonly #nounOf: Classified["nounOf"];
  /** Nouns of all records, and whether one of them is stored. */
  readonly #nouns = new Map<string, boolean>();

  constructor(owners: readonly LinkedOwner[], { nounOf }: Classified) {
    this.#nounOf = nounOf;
    for (const owner of owners) {
      const noun = nounOf(owner);
      if (noun !== "") this.#nouns.set(noun, this.#nouns.get(noun) === true || owner.fact.kind === "store");
    }
  }

  /** Whether two records may be one thing by their names: not where each is known to be stored as another. */
  mayAgree(a: LinkedOwner, b: LinkedOwner): boolean {
    const [one, other] = [this.#nounOf(a), this.#nounOf(b)];
    return one === other || !this.#nouns.get(one) || !this.#nouns.get(other);
  }

  of({ fact, owner }: LinkedField): Subject {
    const path = splitPath(fact.name);
    const words = path.pop() ?? [];
    const noun = this.#nounOf(owner);
    const stored = fact.hints?.storedAs;
    const aliases = stored === undefined ? [] : [together(splitPath(stored).at(-1) ?? [])];
    const segments = path.map((segment) => together(segment.map(singular)));
    const within = segments.slice(
      Math.max(
        0,
        segments.findIndex((segment) => !HOLLOW.has(segment)),
      ),
    );
    // `user.email` of a sign-up form is the e-mail of a user, `address.city` the city of the address of whatever the form is about.
    const at = within.findLastIndex((segment) => this.#nouns.has(segment));
    const [of, inner] = at >= 0 ? [within[at]!, within.slice(at + 1)] : [noun, within];
    const own = (name: string): string => [...inner, name].join(".");
    return { noun: of, name: own(together(words)), aliases: aliases.map(own) };
  }
}

function together(words: readonly string[]): string {
  return words.join("");
}
