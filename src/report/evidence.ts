import type { Evidence, OwnerRole } from "../model/index.js";
import { escapeTerminal } from "./escape/terminal.js";
import type { Key, Speaker } from "./words/index.js";

/** One piece of evidence in words. */
export function evidenceWords({ kind, detail, weight }: Evidence, words: Speaker): string {
  if (kind === "owner") return ownerWords(detail, words);
  if (kind === "veto") return vetoWords(detail, words);
  if (kind === "type") return words.say("evidence.type", { detail: typeWords(detail, words) });
  if (kind === "kind" && weight < 0) return words.say("evidence.only-type");
  if (kind === "kind")
    return words.say("evidence.kind", { detail: named(`kind.${detail}`, words) ?? quoted(detail, words) });
  return words.say(`evidence.${kind}`, { detail: quoted(detail, words) });
}

/** Owner evidence reads `role: word`, a role alone, `weak`, or the word that told it. */
function ownerWords(detail: string, words: Speaker): string {
  if (detail === "weak") return words.say("evidence.owner-weak");
  const [, role, word] = /^([a-z]+)(?:: (.*))?$/s.exec(detail) ?? [];
  const title = role === undefined ? null : named(`role.${role as OwnerRole}`, words);
  if (title === null) return words.say("evidence.owner", { detail: quoted(detail, words) });
  return word === undefined
    ? words.say("evidence.owner-only", { role: title })
    : words.say("evidence.owner-role", { role: title, detail: quoted(word, words) });
}

function vetoWords(detail: string, words: Speaker): string {
  if (detail === "context") return words.say("evidence.no-context");
  if (detail === "sample") return words.say("evidence.sample");
  if (named(`type.${detail}`, words) !== null)
    return words.say("evidence.wrong-type", { detail: typeWords(detail, words) });
  return words.say("evidence.veto", { detail: quoted(detail, words) });
}

function typeWords(detail: string, words: Speaker): string {
  return named(`type.${detail}`, words) ?? quoted(detail, words);
}

function named(key: string, words: Speaker): string | null {
  return words.has(key) ? words.say(key as Key) : null;
}

const LONGEST = 80;

function quoted(text: string, words: Speaker): string {
  const line = escapeTerminal(text.replace(/\s+/g, " ").trim());
  return words.say("quoted", { text: line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line });
}
