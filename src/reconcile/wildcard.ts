/**
 * Wildcards in names. `*` stands for any run of characters within one segment (segments are parted by dots), `**` for any run at all, `?` for
 * one character. Names of owners hold slashes, brackets and braces (`POST /leads/{id}`, `/users/[slug]`), which globs of paths would take
 * for syntax; so names have wildcards of their own. The work is bounded by length of pattern × length of text: a map is as untrusted as code.
 */
export function matchesWildcard(pattern: string, text: string, crossing: boolean): boolean {
  // `reached[j]`: the pattern read so far can end before character j of the text.
  let reached = new Uint8Array(text.length + 1);
  reached[0] = 1;
  for (let i = 0; i < pattern.length; i++) {
    const next = new Uint8Array(text.length + 1);
    if (pattern[i] === "*") {
      const across = crossing || pattern[i + 1] === "*";
      while (pattern[i + 1] === "*") i++;
      spread(reached, next, text, across);
    } else {
      for (let j = 0; j < text.length; j++) {
        if (reached[j] && (pattern[i] === "?" || pattern[i] === text[j])) next[j + 1] = 1;
      }
    }
    reached = next;
  }
  return reached[text.length] === 1;
}

function spread(reached: Uint8Array, next: Uint8Array, text: string, across: boolean): void {
  let open = false;
  for (let j = 0; j <= text.length; j++) {
    open ||= reached[j] === 1;
    if (open) next[j] = 1;
    if (text[j] === "." && !across) open = false;
  }
}

export function hasWildcard(text: string): boolean {
  return text.includes("*") || text.includes("?");
}

/** `*` or `**`: says nothing about the name. */
export function isAnything(pattern: string): boolean {
  return pattern === "*" || pattern === "**";
}

/** Characters that are not wildcards: the more of them, the more a pattern says. */
export function literalLength(pattern: string): number {
  return pattern.replace(/[*?]/g, "").length;
}

const MOST_ALTERNATIVES = 256;

/** `User.{email,phone}` → both. Braces without a comma are part of the name; too many alternatives are taken as they stand. */
export function alternatives(pattern: string): string[] {
  let open = [pattern];
  const done: string[] = [];
  while (open.length > 0) {
    const next: string[] = [];
    for (const text of open) {
      const group = /\{([^{}]*,[^{}]*)\}/.exec(text);
      if (!group) done.push(text);
      else {
        const [whole, members = ""] = group;
        for (const member of members.split(",")) {
          next.push(text.slice(0, group.index) + member + text.slice(group.index + whole.length));
        }
      }
    }
    if (next.length + done.length > MOST_ALTERNATIVES) return [pattern];
    open = next;
  }
  return done;
}
