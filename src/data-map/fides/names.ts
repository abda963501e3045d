/** Names that code gives to the records of a collection: `user_profiles` may be `UserProfile` or `UserProfiles` there. */
export function ownerNames(collection: string): string[] {
  const pascal = toPascal(collection);
  return [...new Set([collection, pascal, singular(pascal)])];
}

/** `first_name`, and `firstName` as code has it. */
export function fieldNames(field: string): string[] {
  return [...new Set([field, field.replace(/_+([a-z\d])/g, (_, next: string) => next.toUpperCase())])];
}

function toPascal(name: string): string {
  return name.replace(/(?:^|[_-]+)([a-z\d])/g, (_, next: string) => next.toUpperCase());
}

function singular(name: string): string {
  if (name.endsWith("ies")) return `${name.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(name)) return name.slice(0, -2);
  return name.endsWith("s") && !name.endsWith("ss") ? name.slice(0, -1) : name;
}

/** Text as an id of the map, `_2` and so on where it is taken. */
export function idFor(text: string, taken: Set<string>): string {
  const base =
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, "_")
      .replace(/^_+|_+$/g, "")
      .slice(0, 48)
      .replace(/_+$/, "") || "purpose";
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}_${n}`;
  taken.add(id);
  return id;
}

const PLAIN = /^[\w$]+(?:[.-][\w$]+)*$/;

/** Whether a selector takes the name for itself. */
export function isPlainName(name: string): boolean {
  return PLAIN.test(name);
}
