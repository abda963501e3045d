/** A pointer taken apart; what it leads to is not looked up yet. */
export type ParsedPointer =
  | { readonly kind: "url" }
  | { readonly kind: "field"; readonly path: string | null; readonly source: string; readonly name: string }
  | { readonly kind: "path"; readonly path: string; readonly symbol: string | null };

/** `https://…`, `mailto:…`; `prisma:Model.field`, `path#sql:users.email`; `path#symbol`, `path`. */
export function parsePointer(pointer: string): ParsedPointer {
  const text = pointer.trim();
  if (/^(?:[a-z][a-z\d+.-]*:\/\/|mailto:|tel:)/i.test(text)) return { kind: "url" };
  const hash = text.indexOf("#");
  const [path, rest] = hash < 0 ? [null, text] : [text.slice(0, hash), text.slice(hash + 1)];
  const field = /^([a-z][\w-]*):(?!\/\/)(.+)$/.exec(rest);
  if (field) return { kind: "field", path: path ? normalised(path) : null, source: field[1]!, name: field[2]! };
  return { kind: "path", path: normalised(path ?? text), symbol: hash < 0 || rest === "" ? null : rest };
}

/** The file that a pointer names, or null. */
export function pointedPath(pointer: string): string | null {
  const parsed = parsePointer(pointer);
  return parsed.kind === "url" ? null : parsed.path;
}

function normalised(path: string): string {
  return path.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
}
