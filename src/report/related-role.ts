import type { Key, Speaker } from "./words/index.js";

/** What a related place is to the finding, in words; a role that has none is shown as its check names it. */
export function roleWords(role: string, words: Speaker): string {
  const key = `related.${role}`;
  return words.has(key) ? words.say(key as Key) : role;
}
