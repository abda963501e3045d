import type { Classified } from "../../classify/index.js";
import {
  compareText,
  groupBy,
  type Facts,
  type FieldKind,
  type LinkedField,
  type LinkedOwner,
} from "../../model/index.js";
import type { ModuleResolver } from "../modules.js";
import { AssignmentTies } from "./assignments.js";
import { DisjointSets } from "./disjoint-sets.js";
import { tieByFile } from "./by-file.js";
import { Subjects } from "./subject.js";

export interface DataSources {
  readonly files: readonly Facts[];
  readonly modules: ModuleResolver;
  readonly owners: readonly LinkedOwner[];
  readonly classified: Classified;
  /** Fields that the inventory reports, in its order. */
  readonly fields: readonly LinkedField[];
}

/** Joins two fields as places of one datum. */
export type Tie = (a: LinkedField, b: LinkedField) => void;

/**
 * Places of one datum: the input of a form, the property of the request or its schema, the field of the entity, the column. Two fields are
 * one datum when the code shows it: they are of one name and data type, and their records go by one noun, or one file that takes the input
 * names the other record, or sends to its route; or the one is given the value of the other. Gives each field that has such a twin the name
 * of its datum. Time is linear in the number of fields, save for the files that a record is imported in.
 */
export function linkData({ files, modules, owners, classified, fields }: DataSources): Map<LinkedField, string> {
  const personal = fields.filter((field) => classified.fields.get(field)!.dataType !== null);
  const subjects = new Subjects(owners, classified);
  const sets = new DisjointSets<LinkedField>();
  const tie: Tie = (a, b) => sets.join(a, b);
  tieByNoun(personal, subjects, classified, tie);
  const known = new PersonalFields(personal, subjects, classified);
  tieByFile({ files, modules, owners }, known, tie);
  new AssignmentTies({ files, modules, owners }, known, tie).tieAll();
  return named(personal, subjects, sets);
}

const LOOSE: ReadonlySet<FieldKind> = new Set(["cookie", "web-storage", "device"]);

/** The same name in records of one noun; a cookie or an entry of a store under the same key. */
function tieByNoun(fields: readonly LinkedField[], subjects: Subjects, classified: Classified, tie: Tie): void {
  const first = new Map<string, LinkedField>();
  const meet = (key: string, field: LinkedField): void => {
    const known = first.get(key);
    if (known) tie(known, field);
    else first.set(key, field);
  };
  for (const field of fields) {
    const { kind, name: record } = field.owner.fact;
    if (LOOSE.has(kind)) {
      meet(`${kind}\0${record}\0${field.fact.name}`, field);
      continue;
    }
    const { noun, name, aliases } = subjects.of(field);
    if (noun === "" || name === "") continue;
    const { dataType } = classified.fields.get(field)!;
    for (const one of [name, ...aliases]) if (one !== "") meet(`${noun}\0${one}\0${dataType}`, field);
  }
}

/** The personal fields of a code base, as ties look for them. */
export class PersonalFields {
  readonly #subjects: Subjects;
  readonly #classified: Classified;
  readonly #reported: ReadonlySet<LinkedField>;
  /** By place; null where one declaration stands for several fields. */
  readonly #byPlace = new Map<string, LinkedField | null>();
  readonly #ofOwner = new Map<LinkedOwner, ReadonlyMap<string, LinkedField>>();

  constructor(fields: readonly LinkedField[], subjects: Subjects, classified: Classified) {
    this.#subjects = subjects;
    this.#classified = classified;
    this.#reported = new Set(fields);
    for (const field of fields) {
      const key = placeKey(field.place);
      this.#byPlace.set(key, this.#byPlace.has(key) ? null : field);
    }
  }

  at(place: { readonly file: string; readonly line: number; readonly column: number }): LinkedField | null {
    return this.#byPlace.get(placeKey(place)) ?? null;
  }

  /** The field that the inventory reports for one of a record: what is inherited stands where it is declared. */
  reported(field: LinkedField): LinkedField | null {
    return this.#reported.has(field) ? field : this.at(field.place);
  }

  mayAgree(a: LinkedOwner, b: LinkedOwner): boolean {
    return this.#subjects.mayAgree(a, b);
  }

  /** What makes two fields twins once their records are known to be tied: name and data type. */
  keyOf(field: LinkedField): string {
    return `${this.#subjects.of(field).name}\0${this.#classified.fields.get(field)?.dataType ?? ""}`;
  }

  /** All personal fields that a record finally holds, by that key. */
  of(owner: LinkedOwner): ReadonlyMap<string, LinkedField> {
    let fields = this.#ofOwner.get(owner);
    if (!fields) {
      const found = new Map<string, LinkedField>();
      for (const field of owner.fields) {
        const reported = this.reported(field);
        const key = this.keyOf(field);
        if (reported && !found.has(key)) found.set(key, reported);
      }
      this.#ofOwner.set(owner, (fields = found));
    }
    return fields;
  }
}

function placeKey({
  file,
  line,
  column,
}: {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}): string {
  return `${file}\0${line}\0${column}`;
}

/** Stored records name a datum best, then what is submitted. */
const NAMING: Readonly<Record<FieldKind, number>> = {
  store: 0,
  input: 1,
  type: 2,
  cookie: 3,
  "web-storage": 4,
  device: 5,
};

/** `user.email`; the same again gets a number, in the order of places. */
function named(
  fields: readonly LinkedField[],
  subjects: Subjects,
  sets: DisjointSets<LinkedField>,
): Map<LinkedField, string> {
  const names = new Map<LinkedField, string>();
  const used = new Map<string, number>();
  for (const group of groupBy(fields, (field) => sets.rootOf(field)).values()) {
    if (group.length < 2) continue;
    const [best] = group
      .map((field) => ({ rank: NAMING[field.owner.fact.kind], text: nameOf(field, subjects) }))
      .sort((a, b) => a.rank - b.rank || a.text.length - b.text.length || compareText(a.text, b.text));
    const times = (used.get(best!.text) ?? 0) + 1;
    used.set(best!.text, times);
    const name = times === 1 ? best!.text : `${best!.text}[${times}]`;
    for (const field of group) names.set(field, name);
  }
  return names;
}

function nameOf(field: LinkedField, subjects: Subjects): string {
  const { kind } = field.owner.fact;
  if (LOOSE.has(kind)) return `${kind}:${field.fact.name}`;
  const { noun } = subjects.of(field);
  return [noun, field.fact.name.split(/[.[\]]+/).findLast(Boolean)].filter(Boolean).join(".");
}
