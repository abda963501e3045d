import {
  compareText,
  type AuditModel,
  type FindingFact,
  type FlowDatum,
  type InventoryFlow,
  type Place,
} from "../../model/index.js";

/** The data of a flow that the map does not deny to be personal. */
export function leaking({ data }: InventoryFlow, { reconciliation }: AuditModel): FlowDatum[] {
  const denied = new Set(reconciliation.fields.flatMap(({ notPersonal, field }) => (notPersonal ? [field.id] : [])));
  return data.filter(({ field }) => field === null || !denied.has(field));
}

/** What a finding on a flow is about: lines may move, the call and what it is given stay. */
export function subjectOf({ sink }: InventoryFlow, data: readonly FlowDatum[]): string {
  return [`${sink.place.file}:`, sink.callee, ...data.map(({ name }) => name)].join(" ");
}

/** Ids of the data types in a flow, each once. */
export function dataTypesOf(data: readonly FlowDatum[]): string[] {
  return [...new Set(data.map(({ dataType }) => dataType))].sort(compareText);
}

const MAX_STEPS = 24;

/** The way of the data as places: where each is read, then what it passes through on its way to the sink. */
export function pathOf(data: readonly FlowDatum[], sink: Place): NonNullable<FindingFact["related"]> {
  const seen = new Set([key(sink)]);
  const related: { place: Place; role: string }[] = [];
  for (const { steps } of data) {
    for (const [index, place] of steps.entries()) {
      if (seen.has(key(place)) || related.length >= MAX_STEPS) continue;
      seen.add(key(place));
      related.push({ place, role: index === 0 ? "source" : "step" });
    }
  }
  return related;
}

function key({ file, line, column }: Place): string {
  return `${file}\0${line}\0${column}`;
}
