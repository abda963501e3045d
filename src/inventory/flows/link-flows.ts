import type { Classified } from "../../classify/index.js";
import {
  comparePlaces,
  compareText,
  type Catalog,
  type Facts,
  type FlowDatum,
  type InventoryField,
  type InventoryFlow,
  type LinkedField,
  type LinkedOwner,
  type OriginFact,
  type Place,
  type RecordReference,
  type SinkFact,
  type Span,
  type Verdict,
} from "../../model/index.js";
import type { ModuleResolver } from "../modules.js";
import { NameVerdicts } from "./by-name.js";
import { CallerTable } from "./functions.js";
import { RecordTable, walk } from "./records.js";

/** Functions that a value is followed out of, one behind the other. */
const MAX_CALLERS = 4;
/** Callers looked at for one parameter: a helper that everything calls says nothing of any one of them. */
const MAX_CALLS = 60;
const MAX_DATA = 40;

export interface FlowSources {
  readonly files: readonly Facts[];
  readonly modules: ModuleResolver;
  readonly owners: readonly LinkedOwner[];
  readonly classified: Classified;
  readonly fields: readonly InventoryField[];
  readonly catalog: Catalog;
}

/** Personal data that leaves the program: what each file says of its own values, held against what the code base declares. */
export function linkFlows(sources: FlowSources): InventoryFlow[] {
  if (!sources.files.some(({ flows }) => flows && flows.sinks.length > 0)) return [];
  const linker = new FlowLinker(sources);
  const redactions = sources.files.flatMap(({ flows }) => flows?.redactions ?? []);
  return sources.files
    .flatMap(({ file, flows }) => (flows?.sinks ?? []).map((sink) => linker.flow(file, sink, redactions)))
    .filter((flow) => flow.data.length > 0)
    .sort((a, b) => comparePlaces(a.sink.place, b.sink.place) || compareText(a.sink.kind, b.sink.kind));
}

class FlowLinker {
  readonly #classified: Classified;
  readonly #records: RecordTable;
  readonly #callers: CallerTable;
  readonly #names: NameVerdicts;
  readonly #fields: ReadonlyMap<string, InventoryField>;

  constructor({ files, modules, owners, classified, fields, catalog }: FlowSources) {
    this.#classified = classified;
    this.#records = new RecordTable(files, modules, owners);
    this.#callers = new CallerTable(files, modules);
    this.#names = new NameVerdicts(files, catalog);
    this.#fields = new Map(fields.map((field) => [placeKey(field.place), field]));
  }

  flow(file: string, sink: SinkFact, redactions: readonly string[]): InventoryFlow {
    const data = new Map<string, FlowDatum>();
    for (const origin of sink.origins) {
      for (const datum of this.#data(file, origin, [], 0)) {
        if (sink.kind === "log" && !sink.callee.startsWith("console.") && isRedacted(datum, redactions)) continue;
        const key = `${datum.name}\0${datum.dataType}`;
        if (!data.has(key) && data.size < MAX_DATA) data.set(key, datum);
      }
    }
    const { kind, recipient = null, callee, key = null, span } = sink;
    return {
      sink: { kind, recipient, callee, key, place: { file, ...span } },
      data: [...data.values()].sort((a, b) => compareText(a.name, b.name) || compareText(a.dataType, b.dataType)),
    };
  }

  /** What an origin means; `onwards` leads from it to the sink. */
  #data(file: string, origin: OriginFact, onwards: readonly Place[], depth: number): FlowDatum[] {
    const steps = [place(file, origin.span), ...origin.steps.map((step) => place(file, step)), ...onwards];
    const read = this.#fields.get(placeKey(steps[0]!));
    if (read && read.kind !== "store" && read.kind !== "type")
      return isPersonal(read) ? [datum(read, read.field, steps, read.id)] : [];
    const declared = origin.record && this.#declared(file, origin.record, origin.names, steps);
    if (declared) return declared;
    const verdict = this.#names.of(origin.names);
    if (verdict) return [datum(verdict, origin.names.join("."), steps, null)];
    return origin.parameter && depth < MAX_CALLERS ? this.#received(file, origin, steps, depth) : [];
  }

  /** What callers hand to the function that the origin is a parameter of. */
  #received(file: string, { parameter }: OriginFact, steps: readonly Place[], depth: number): FlowDatum[] {
    const { function: name, index, path } = parameter!;
    return this.#callers
      .of(file, name)
      .slice(0, MAX_CALLS)
      .flatMap(({ file: from, call }) =>
        (call.arguments[index] ?? []).flatMap((given) => {
          const names = [...given.names, ...path];
          const record = given.record && { ...given.record, path: [...given.record.path, ...path] };
          const further = given.parameter && { ...given.parameter, path: [...given.parameter.path, ...path] };
          const origin: OriginFact = {
            ...given,
            names,
            ...(record && { record }),
            ...(further && { parameter: further }),
          };
          return this.#data(from, origin, [place(from, call.span), ...steps], depth + 1);
        }),
      );
  }

  /** Null when the record, or what stands at the path, is unknown. */
  #declared(
    file: string,
    record: RecordReference,
    names: readonly string[],
    steps: readonly Place[],
  ): FlowDatum[] | null {
    const owner = this.#records.find(file, record);
    const found = owner && walk(owner, record.path);
    if (!found) return null;
    if ("field" in found) {
      const verdict = this.#classified.fields.get(found.field);
      const { owner: holder } = found.field;
      return verdict && isPersonal(verdict) && (verdict.confidence === "high" || this.#isPerson(holder))
        ? [this.#ofField(found.field, verdict, names, steps)]
        : [];
    }
    return this.#whole(found.owner, record, names, steps);
  }

  #isPerson(owner: LinkedOwner): boolean {
    return this.#classified.owners.get(owner)?.role === "person";
  }

  /** A record that goes as a whole takes its personal fields along. */
  #whole(
    owner: LinkedOwner,
    { select, omit }: RecordReference,
    names: readonly string[],
    steps: readonly Place[],
  ): FlowDatum[] {
    const role = this.#classified.owners.get(owner)?.role;
    if (role === "setting" || role === "technical") return [];
    return owner.fields.flatMap((field) => {
      const head = field.fact.name.split(".")[0]!;
      if ((select && !select.includes(head)) || omit?.includes(head)) return [];
      const verdict = this.#classified.fields.get(field);
      if (!verdict || !isPersonal(verdict) || field.fact.type === "relation") return [];
      if (role !== "person" && verdict.confidence !== "high") return [];
      return [this.#ofField(field, verdict, [...names, field.fact.name], steps)];
    });
  }

  #ofField(field: LinkedField, verdict: Verdict, names: readonly string[], steps: readonly Place[]): FlowDatum {
    return datum(verdict, names.join("."), steps, this.#fields.get(placeKey(field.place))?.id ?? null);
  }
}

function datum(
  { dataType, special, confidence }: Verdict,
  name: string,
  steps: readonly Place[],
  field: string | null,
): FlowDatum {
  return { field, name, dataType: dataType!, special, confidence, steps };
}

function isPersonal({ dataType, confidence }: Verdict): boolean {
  return dataType !== null && dataType !== "person_reference" && confidence !== "low";
}

/** A logger's redaction names paths; the last name of each decides, for what a path begins at differs from call to call. */
function isRedacted({ name }: FlowDatum, redactions: readonly string[]): boolean {
  const last = name.split(".").at(-1)!;
  return redactions.some(
    (path) =>
      path
        .split(".")
        .at(-1)!
        .replace(/^.*\["?|"?\]$/g, "") === last,
  );
}

function place(file: string, span: Span): Place {
  return { file, ...span };
}

function placeKey({ file, line, column }: Place): string {
  return `${file}\0${line}\0${column}`;
}
