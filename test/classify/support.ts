import { classify } from "../../src/classify/index.js";
import type {
  Catalog,
  FieldKind,
  Hints,
  LinkedField,
  LinkedOwner,
  OwnerVerdict,
  ValueType,
  Verdict,
} from "../../src/model/index.js";

/** A field as a test writes it. */
export interface FieldSketch {
  readonly name: string;
  readonly type?: ValueType;
  readonly list?: boolean;
  readonly hints?: Hints;
  /** Name of another record of the sketch that its type refers to. */
  readonly target?: string;
  /** Name of another record of the sketch that its key points at. */
  readonly references?: string;
}

export interface OwnerSketch {
  readonly name: string;
  readonly kind?: FieldKind;
  readonly file?: string;
  readonly table?: string;
  readonly bases?: readonly string[];
  readonly fields: readonly (string | FieldSketch)[];
}

export interface Sketched {
  readonly owner: (name: string) => OwnerVerdict;
  readonly field: (id: string) => Verdict;
}

type Draft = { -readonly [Key in keyof LinkedOwner]: LinkedOwner[Key] } & {
  fields: LinkedField[];
  bases: LinkedOwner[];
};

/** Classifies records written as sketches. */
export function classifySketch(sketches: readonly OwnerSketch[], catalog: Catalog): Sketched {
  const span = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  const drafts = new Map<string, Draft>();
  for (const { name, kind = "store", file = "src/records.ts", table } of sketches) {
    const fact = { source: "sketch", name, kind, span, fields: [], ...(table === undefined ? {} : { table }) };
    drafts.set(name, { fact, place: { file, line: 1, column: 1 }, fields: [], bases: [] });
  }
  for (const sketch of sketches) {
    const owner = drafts.get(sketch.name)!;
    owner.bases = (sketch.bases ?? []).map((base) => drafts.get(base)!);
    owner.fields = sketch.fields.map((written): LinkedField => {
      const { target, references, ...rest } = typeof written === "string" ? parseField(written) : written;
      return {
        fact: { ...rest, span },
        place: owner.place,
        owner,
        declaredBy: owner.fact,
        target: target === undefined ? null : drafts.get(target)!,
        references: references === undefined ? null : drafts.get(references)!,
      };
    });
    owner.fact = { ...owner.fact, fields: owner.fields.map(({ fact }) => fact) };
  }
  const owners = [...drafts.values()];
  const classified = classify(owners, catalog);
  return {
    owner: (name) => classified.owners.get(drafts.get(name)!)!,
    field: (id) => {
      const dot = id.indexOf(".");
      const owner = drafts.get(id.slice(0, dot))!;
      return classified.fields.get(owner.fields.find(({ fact }) => fact.name === id.slice(dot + 1))!)!;
    },
  };
}

function parseField(text: string): FieldSketch {
  const [name = "", type] = text.split(":");
  return { name, ...(type === undefined ? {} : { type: type as ValueType }) };
}

/** A one-line example of the catalogue: `Owner(neighbours).field:type`, each part but the field optional. */
export function verdictOf(example: string, catalog: Catalog): Verdict {
  const [, owner = "Thing", neighbours = "", field = ""] =
    /^(?:([^.():]+)(?:\(([^)]*)\))?\.)?(.+)$/.exec(example) ?? [];
  const fields = [field, ...neighbours.split(/[ ,]+/).filter(Boolean)];
  const sketch = classifySketch([{ name: owner, fields }], catalog);
  return sketch.field(`${owner}.${field.split(":")[0]!}`);
}

/** The name of the field of an example. */
export function fieldOf(example: string): string {
  return (/^(?:[^.():]+(?:\([^)]*\))?\.)?(.+)$/.exec(example)?.[1] ?? "").split(":")[0]!;
}
