export { dataMapSchemaFile } from "./assert.js";
export { DataMapError, describeComplaint, formatComplaints, type Complaint, type ComplaintText } from "./complaint.js";
export type { ComplaintKind } from "./complaint-words.js";
export { durationInDays } from "./duration.js";
export { findDataMap } from "./find.js";
export { loadDataMap, type CatalogueIds, type LoadOptions } from "./load.js";
export { draftDataMap, type DraftOptions } from "./draft.js";
export { editDataMap, staleMark } from "./edit/edit-map.js";
export { MapEditError, type EditedMap, type EntryAddition, type MapEdits, type SelectorRename } from "./edit/edits.js";
