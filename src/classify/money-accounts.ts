import type { Evidence, LinkedField, LinkedOwner } from "../model/index.js";
import { keyOf } from "./lexicon.js";
import type { NameAnalysis } from "./name-analysis.js";
import type { OwnerName } from "./owner-name.js";
import { nounOf, type OwnerView } from "./owner-view.js";
import { singular } from "./words.js";

type Analyse = (name: string) => NameAnalysis;

/** What an account that holds money is called for the data types, whatever the code base calls it. */
export const moneyAccount: readonly string[] = ["bank", "account"];

/** An account with money in it is a bank's or a ledger's, not the one a person signs in with. */
export function isMoneyAccount(
  { weak, word, words }: OwnerName,
  { money, person, contact }: { readonly money: boolean; readonly person: number; readonly contact: string | null },
): boolean {
  return (
    weak &&
    words.length === 1 &&
    word !== null &&
    singular(word) === "account" &&
    money &&
    person + (contact ? 1 : 0) === 0
  );
}

/** A key to an account, which may be a person's or one of the books. */
export function ofAccount({ fact }: LinkedField, analyse: Analyse): boolean {
  return analyse(fact.name).identifies?.at(-1) === "account";
}

/** Where accounts are a person's, the DTO and the form that hold the balance of one are about that person's money too. */
export function shareMoneyAccounts(views: Map<LinkedOwner, OwnerView>): void {
  const known = [...views.values()].find(({ inner }) => inner === moneyAccount);
  if (!known) return;
  for (const [owner, view] of views)
    if (view.books)
      views.set(owner, { ...view, role: "tied", books: false, inner: moneyAccount, evidence: known.evidence });
}

/** An entry in an account of a company's books is the company's, unless it names the person it is of. */
export function fromBooks(owners: readonly LinkedOwner[], views: Map<LinkedOwner, OwnerView>, analyse: Analyse): void {
  const books = new Map<string, string>();
  for (const [owner, view] of views)
    if (view.books && view.role === "unknown") books.set(nounOf(view), owner.fact.name);
  if (books.size === 0) return;
  const entries = new Map<string, string>();
  for (const owner of owners) {
    const view = views.get(owner)!;
    if (view.role !== "tied" || view.keyed || view.contactable !== null) continue;
    for (const { fact } of owner.fields) {
      const noun = analyse(fact.name).identifies;
      const book = noun && books.get(keyOf(noun.map(singular)));
      if (book !== null && book !== undefined) entries.set(nounOf(view), book);
    }
  }
  for (const [owner, view] of views) {
    const book = view.role === "tied" && !view.keyed ? entries.get(nounOf(view)) : undefined;
    if (book !== undefined) views.set(owner, { ...view, role: "organisation", weak: true, evidence: [because(book)] });
  }
}

function because(book: string): Evidence {
  return { kind: "relation", detail: book, weight: 0 };
}
