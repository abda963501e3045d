import type { AssignmentFact, LinkedField, LinkedOwner, OriginFact } from "../../model/index.js";
import { RecordTable, walk } from "../flows/records.js";
import type { DataSources, PersonalFields, Tie } from "./link-data.js";

type Sources = Pick<DataSources, "files" | "modules" | "owners">;

/** Ties a field to what it is given: `prisma.user.create({ data: { email: dto.mail } })`, `repository.save(dto)`. */
export class AssignmentTies {
  readonly #sources: Sources;
  readonly #fields: PersonalFields;
  readonly #tie: Tie;
  readonly #records: RecordTable;
  readonly #tied = new Set<string>();

  constructor(sources: Sources, fields: PersonalFields, tie: Tie) {
    this.#sources = sources;
    this.#fields = fields;
    this.#tie = tie;
    this.#records = new RecordTable(sources.files, sources.modules, sources.owners);
  }

  tieAll(): void {
    for (const { file, links } of this.#sources.files) {
      for (const assignment of links?.assignments ?? []) this.#assignment(file, assignment);
    }
  }

  #assignment(file: string, { record, from, path, origins }: AssignmentFact): void {
    const owner = this.#records.find(file, { name: record, from, path });
    const filled = owner && walk(owner, path);
    if (!filled) return;
    for (const origin of origins) {
      const given = this.#given(file, origin);
      if (given === null) continue;
      if ("field" in filled && "field" in given) this.#pair(filled.field, given.field);
      // A whole record handed over gives each field its namesake.
      if ("owner" in filled && "owner" in given) this.#whole(filled.owner, given.owner);
    }
  }

  #given(file: string, { record, span }: OriginFact): ReturnType<typeof walk> {
    const read = this.#fields.at({ file, ...span });
    if (read) return { field: read };
    const owner = record && this.#records.find(file, record);
    return owner ? walk(owner, record.path) : null;
  }

  /** What one stored record copies from another belongs to two data. */
  #pair(filled: LinkedField, given: LinkedField): void {
    const [a, b] = [this.#fields.reported(filled), this.#fields.reported(given)];
    if (a && b && a !== b && !(isStored(a.owner) && isStored(b.owner))) this.#tie(a, b);
  }

  #whole(filled: LinkedOwner, given: LinkedOwner): void {
    if (filled === given || (isStored(filled) && isStored(given))) return;
    const key = `${idOf(filled)}\0${idOf(given)}`;
    if (this.#tied.has(key)) return;
    this.#tied.add(key);
    const twins = this.#fields.of(given);
    for (const [name, field] of this.#fields.of(filled)) {
      const twin = twins.get(name);
      if (twin && twin !== field) this.#tie(field, twin);
    }
  }
}

function isStored({ fact }: LinkedOwner): boolean {
  return fact.kind === "store";
}

function idOf({ fact, place }: LinkedOwner): string {
  return `${place.file}\0${place.line}\0${place.column}\0${fact.source}\0${fact.name}`;
}
