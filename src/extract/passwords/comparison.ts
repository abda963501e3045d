import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, unwrap } from "../estree/index.js";
import { wordsOf } from "../flows/words.js";
import { namesPassword } from "./hashing.js";

/** Names of people's records as they come from a store. */
const RECORDS = new Set(
  "user account admin customer client member person employee student teacher patient doctor driver owner profile credential credentials login".split(
    " ",
  ),
);
/** Words that mark what someone typed, or the record of a form. */
const TYPED = new Set(
  "form values input body dto data payload params request req state props errors touched new dirty edit draft fields".split(
    " ",
  ),
);

/** A stored password compared as text with a given one: `user.password === password`. */
export function plainComparison(node: TSESTree.BinaryExpression): string | null {
  if (!/^[!=]==?$/.test(node.operator)) return null;
  const left = unwrap(node.left);
  const right = unwrap(node.right);
  const stored = isStored(left) ? left : isStored(right) ? right : null;
  if (!stored) return null;
  const given = stored === left ? right : left;
  return isGiven(given) ? (calleePath(stored)?.join(".") ?? null) : null;
}

function isStored(node: TSESTree.Node): boolean {
  const path = node.type === "MemberExpression" ? calleePath(node) : null;
  if (!path || path.includes("()") || !namesPassword(path.at(-1)!) || isNewOrRepeated(path.at(-1)!)) return false;
  const holder = wordsOf(path.at(-2) ?? "");
  return (
    holder.some((word) => RECORDS.has(word)) && !path.some((part) => wordsOf(part).some((word) => TYPED.has(word)))
  );
}

/** What someone typed, whatever it is called; not a second field of one form. */
function isGiven(node: TSESTree.Node): boolean {
  const path = node.type === "Identifier" || node.type === "MemberExpression" ? calleePath(node) : null;
  if (!path || path.includes("()")) return false;
  const name = path.at(-1)!;
  return namesPassword(name) && !isNewOrRepeated(name) && !/hash|digest|crypt/i.test(name);
}

function isNewOrRepeated(name: string): boolean {
  return wordsOf(name).some((word) =>
    /^(?:confirm|confirmation|confirmed|repeat|repeated|retype|again|verify|re|new|2|old|previous)$/.test(word),
  );
}
