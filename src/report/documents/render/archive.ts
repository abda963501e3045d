import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

/** Day that files within an archive bear: the first that archives can tell. */
const FIRST_DAY = new Date(1980, 0, 1);

/** The same archive for the same document, whenever it is made: moments of the making are replaced by the document's own day. */
export function settled(archive: Uint8Array, date: string): Uint8Array {
  const day = `${/^\d{4}-\d{2}-\d{2}$/.test(date) ? date : "1980-01-01"}T00:00:00Z`;
  const files = Object.entries(unzipSync(archive)).map(([name, bytes]): [string, Zippable[string]] => [
    name,
    [name === "docProps/core.xml" ? strToU8(dated(strFromU8(bytes), day)) : bytes, { mtime: FIRST_DAY }],
  ]);
  return zipSync(Object.fromEntries(files), { level: 9 });
}

function dated(xml: string, day: string): string {
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}`);
}
