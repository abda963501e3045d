import { editDataMap, type MapEdits } from "../data-map/index.js";
import type { AuditModel } from "../model/index.js";
import { planSync } from "../sync/index.js";

export interface Declaration {
  /** File of the map. */
  readonly file: string;
  readonly edits: MapEdits;
}

/** What it takes to declare one field, or null where nothing is lacking. Everything else in the map stays as it is. */
export function declarationOf(model: AuditModel, field: string, question: string): Declaration | null {
  const { reconciliation } = model;
  const others = reconciliation.fields.filter((row) => row.field.id === field || row.entry !== null);
  // As if the rest of the code were not there: neither is it declared along with the field, nor is what is stale marked.
  const alone: AuditModel = { ...model, partial: true, reconciliation: { ...reconciliation, fields: others } };
  const { edits } = planSync(alone, { question: () => question, earlier: null });
  for (const [file, own] of edits) {
    const additions = own.additions.filter(({ match }) => match.length > 0);
    if (additions.length > 0) return { file, edits: { renames: [], stale: null, additions } };
  }
  return null;
}

/** @throws MapEditError when the map cannot be edited without touching what is to stay */
export function declareIn(text: string, { edits }: Declaration): string {
  return editDataMap(text, edits).text;
}
