/** The key of one record of a database names no field. */
const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi;

/**
 * The path a written name means: `person[last_name]`, `items[0].price` and `items[].price` are `person.last_name` and `items.price`. What
 * joined an unknown part (`\0`) to the rest goes with it: `attributes.${id}` is `attributes`.
 */
export function tidy(name: string): string {
  const path = name
    .replace(UUID, "\0")
    .replace(/\[[\d\0]*\]/g, "")
    .replace(/\[(['"]?)([^[\]]*)\1\]/g, ".$2")
    .replace(/[.\-_:]*\0+[.\-_:]*/g, (hole, at: number, all: string) =>
      at === 0 || at + hole.length === all.length ? "" : ".",
    )
    .replace(/\.{2,}/g, ".");
  return path.replace(/^[.\s]+|[.\s]+$/g, "");
}
