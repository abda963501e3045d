/** Whether a text is as a pattern says, where `*` stands for any run of characters. Takes pattern × text at most. */
export function matchesWildcard(pattern: string, text: string): boolean {
  const parts = pattern.split("*");
  const first = parts[0]!;
  if (parts.length === 1) return pattern === text;
  if (!text.startsWith(first)) return false;
  const last = parts.at(-1)!;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}
