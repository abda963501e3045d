import type { Block } from "./block.js";
import { readHtml } from "./html.js";

/** Blocks of a Word document. It has no lines, so paragraphs are counted instead. */
export async function readDocx(bytes: Uint8Array): Promise<Block[]> {
  // Loaded only where there is a Word document to read.
  const { default: mammoth } = await import("mammoth");
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    // Pictures are of no use here, and linked ones would be opened.
    { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })), externalFileAccess: false },
  );
  return readHtml(value).map((block, index) => ({ ...block, line: index + 1, endLine: index + 1 }));
}
