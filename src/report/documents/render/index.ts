import type { PaperDocument } from "../document.js";

type Render = (document: PaperDocument) => string | Uint8Array | Promise<string | Uint8Array>;

/** Formats of documents, each loaded when it is asked for. */
export const renderers = {
  docx: async () => (await import("./docx.js")).renderDocx,
  xlsx: async () => (await import("./xlsx.js")).renderXlsx,
  md: async () => (await import("./markdown.js")).renderMarkdown,
  json: async () => (await import("./json.js")).renderJson,
} as const satisfies Record<string, () => Promise<Render>>;

export type DocumentFormat = keyof typeof renderers;

export const documentFormats = Object.keys(renderers) as readonly DocumentFormat[];
