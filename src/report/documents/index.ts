import { toolVersion } from "../../model/index.js";
import { questionsOf, type PaperDocument } from "./document.js";
import { draftingOf, type DocumentInput } from "./drafting.js";
import { renderers, type DocumentFormat } from "./render/index.js";
import { documents, type DocumentEntry, type DocumentName } from "./table.js";

export { documents, type DocumentEntry, type DocumentName } from "./table.js";
export { documentFormats, type DocumentFormat } from "./render/index.js";
export type { DocumentInput } from "./drafting.js";

/** Drafts a document from a result. */
export async function draftDocument(name: DocumentName, input: DocumentInput): Promise<PaperDocument> {
  const entry: DocumentEntry = documents[name];
  const draft = (await entry.load())(draftingOf(input));
  return {
    kind: name,
    title: draft.title,
    subtitle: draft.subtitle,
    language: input.language,
    date: input.result.date,
    tool: `Opis ${toolVersion}`,
    orientation: draft.orientation ?? "portrait",
    blocks: draft.blocks,
    questions: questionsOf(draft.blocks),
  };
}

/** Drafts a document and puts it in a format. */
export async function renderDocument(
  name: DocumentName,
  input: DocumentInput,
  format: DocumentFormat,
): Promise<string | Uint8Array> {
  const render = await renderers[format]();
  return render(await draftDocument(name, input));
}
