/** Every command, in the order that help lists them. */
export const commandNames = [
  "audit",
  "inventory",
  "init",
  "sync",
  "baseline",
  "diff",
  "merge",
  "explain",
  "rules",
  "schema",
] as const;

export type CommandName = (typeof commandNames)[number];

export function isCommand(word: string): word is CommandName {
  return (commandNames as readonly string[]).includes(word);
}
