import type { Catalog, CatalogRecipient, DataMap, Recipient } from "../../model/index.js";

/**
 * Lines of the map that declare a system of the catalogue: by its id as key or vendor, or by the company's name, for in law the recipient is the
 * company whatever product of it the code calls.
 */
export function declarationsOf(
  id: string,
  map: DataMap,
  { recipients }: Pick<Catalog, "recipients">,
): [string, Recipient][] {
  const known = recipients.get(id);
  const wanted = new Set([id, ...(known ? namesOf(known) : [])].map(bare));
  return [...map.recipients].filter(
    ([key, { vendor, name }]) =>
      key === id || [key, vendor, name].some((said) => said !== null && wanted.has(bare(said))),
  );
}

function namesOf({ vendor, title }: CatalogRecipient): string[] {
  return [vendor, title.en, title.ru];
}

/** Letters and digits alone: `Yandex.Metrika` and `yandex-metrika` are one name. */
function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{Nd}]/gu, "");
}
