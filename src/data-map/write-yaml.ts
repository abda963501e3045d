/** Words that some YAML reader takes for something else than text. */
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

/** Text as a YAML scalar, quoted unless every reader takes the bare word for text. JSON strings are YAML. */
export function scalar(text: string): string {
  const bare = /^[\p{L}_][\p{L}\p{N}_./-]*$/u.test(text) && !reserved.test(text);
  return bare ? text : JSON.stringify(text);
}

/** `{ key: value, list: [a, b] }` */
export function flow(values: Readonly<Record<string, string | boolean | readonly string[]>>): string {
  const pairs = Object.entries(values).map(([key, value]) => `${key}: ${flowValue(value)}`);
  return `{ ${pairs.join(", ")} }`;
}

function flowValue(value: string | boolean | readonly string[]): string {
  if (typeof value === "boolean") return String(value);
  return typeof value === "string" ? scalar(value) : flowList(value);
}

export function flowList(values: readonly string[]): string {
  return `[${values.map(scalar).join(", ")}]`;
}
