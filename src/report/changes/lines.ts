import type { AspectChange, Change } from "../../model/index.js";
import type { ChangeWords } from "./values.js";

/** Lists longer than this are cut: the rest is told by number. */
const MOST = 12;

export interface ChangeLine {
  readonly label: string;
  readonly text: string;
}

/** What has changed of a thing, an aspect a line. */
export function aspectLines({ kind, about, aspects }: Change, words: ChangeWords): ChangeLine[] {
  return aspects.flatMap((change) => {
    // The name of what is new or gone is in its heading.
    if (kind !== "changed" && change.aspect === "title") return [];
    if (kind !== "changed" && about === "field" && change.aspect === "special") return [];
    return [{ label: words.words.say(`aspect.${change.aspect}`), text: aspectText(kind, change, words) }];
  });
}

function aspectText(kind: Change["kind"], { aspect, before, after }: AspectChange, words: ChangeWords): string {
  if (kind === "added") return list(after, aspect, words);
  if (kind === "removed") return list(before, aspect, words);
  if (before.length <= 1 && after.length <= 1) {
    return words.words.say("was-now", { before: list(before, aspect, words), after: list(after, aspect, words) });
  }
  const gone = before.filter((value) => !after.includes(value)).map((value) => `− ${words.value(aspect, value)}`);
  const fresh = after.filter((value) => !before.includes(value)).map((value) => `+ ${words.value(aspect, value)}`);
  return cut([...fresh, ...gone], words);
}

function list(values: readonly string[], aspect: AspectChange["aspect"], words: ChangeWords): string {
  if (values.length === 0) return words.words.say("nothing");
  return cut(
    values.map((value) => words.value(aspect, value)),
    words,
  );
}

function cut(values: readonly string[], { words }: ChangeWords): string {
  if (values.length <= MOST + 1) return values.join(", ");
  return [...values.slice(0, MOST), words.say("more", { n: values.length - MOST })].join(", ");
}
