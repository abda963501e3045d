export { endsLike } from "./endings.js";
export { CollectorDefect, extractFacts, readableExtensions, readsAsScript } from "./extract.js";
export { loadReaders, type Readers } from "./registry.js";
export type { Collector, Emit, FieldDraft, OwnerDraft } from "./collector.js";
