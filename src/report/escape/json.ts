/** C1 controls, directional overrides and line separators, which JSON allows as they are but a terminal or a reviewer may fall for. */
const UNSEEN = /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** JSON text of the same value in which every such character is written as `\uXXXX`. */
export function toSafeJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    UNSEEN,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
