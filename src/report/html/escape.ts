import { escapeTerminal } from "../escape/terminal.js";

/** Texts of several lines do not occur in the page: what cannot be seen is shown by its code, whatever it is. */
export function showUnseen<Value>(value: Value): Value {
  return walk(value) as Value;
}

function walk(value: unknown): unknown {
  if (typeof value === "string") return escapeTerminal(value);
  if (Array.isArray(value)) return value.map(walk);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item)]));
}

const IN_SCRIPT = /[<>&\u2028\u2029]/g;

/** JSON that no parser of HTML finds an end tag, a comment or an entity in. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(
    IN_SCRIPT,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as text or as a quoted attribute of HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
