import type { BaseDraft, FieldDraft } from "../collector.js";
import type { Hints, ShapeChange, ValueType } from "../../model/index.js";
import type { Range } from "../source-text.js";

/** What a schema expression declares, before it becomes fields of an owner. */
export interface Shape {
  readonly type: ValueType;
  readonly list?: boolean;
  /** A schema referred to by name and taken over as it is. */
  readonly target?: string;
  readonly validators?: readonly string[];
  readonly options?: readonly string[];
  readonly comment?: string;
  readonly label?: string;
  readonly members?: readonly Member[];
  /** Schemas referred to by name whose members it takes over. */
  readonly bases?: readonly BaseDraft[];
}

export interface Member {
  readonly name: string;
  readonly at: Range;
  readonly shape: Shape;
  readonly comment?: string;
}

export const UNKNOWN: Shape = { type: "unknown" };

/** Members and bases of several shapes in one: intersections, extensions, and unions, whose every variant may come in. */
export function joinShapes(shapes: readonly Shape[]): Shape {
  const [first = UNKNOWN] = shapes;
  if (shapes.length < 2) return first;
  if (!shapes.some(isRecord)) return joinValues(shapes);
  const opened = shapes.map(openTarget);
  return {
    ...described(shapes),
    type: "object",
    ...(shapes.some(({ list }) => list) && { list: true }),
    members: opened.flatMap(({ members = [] }) => members),
    bases: opened.flatMap(({ bases = [] }) => bases),
  };
}

function joinValues(shapes: readonly Shape[]): Shape {
  const main =
    shapes.find(({ type }) => type === "string") ?? shapes.find(({ type }) => type !== "unknown") ?? shapes[0]!;
  const options = shapes.flatMap((shape) => shape.options ?? []);
  const validators = [...new Set(shapes.flatMap((shape) => shape.validators ?? []))];
  return {
    ...main,
    ...(shapes.some(({ list }) => list) && { list: true }),
    ...(options.length > 0 && { options }),
    ...(validators.length > 0 && { validators }),
  };
}

function described(shapes: readonly Shape[]): Pick<Shape, "comment" | "label"> {
  const comment = shapes.find((shape) => shape.comment)?.comment;
  const label = shapes.find((shape) => shape.label)?.label;
  return { ...(comment && { comment }), ...(label && { label }) };
}

/** Whether it declares members of its own or takes some over. */
export function isRecord({ members, bases, target }: Shape): boolean {
  return members !== undefined || bases !== undefined || target !== undefined;
}

/** A reference whose members will be changed becomes a base. */
function openTarget(shape: Shape): Shape {
  const { target, bases = [], at, ...rest } = shape as Shape & { at?: Range };
  return target ? { ...rest, bases: [...bases, { name: target, at: at ?? [0, 0] }] } : shape;
}

/** A reference by name; `at` is kept for the base it may become. */
export function reference(name: string, at: Range, type: ValueType = "unknown"): Shape {
  return { type, target: name, at } as Shape & { at: Range };
}

export function narrow(shape: Shape, change: Pick<ShapeChange, "pick" | "omit">): Shape {
  const { pick, omit } = change;
  const opened = openTarget(shape);
  const keeps = (name: string) => (!pick || pick.includes(name)) && !omit?.includes(name);
  return {
    ...opened,
    type: "object",
    members: (opened.members ?? []).filter(({ name }) => keeps(name)),
    bases: (opened.bases ?? []).map((base) => ({
      ...base,
      ...(pick && { pick: base.pick ? base.pick.filter((name) => pick.includes(name)) : pick }),
      ...(omit && { omit: [...(base.omit ?? []), ...omit] }),
    })),
  };
}

/** Fields of an owner, with what stands inside them by dotted names; and its bases, those of nested records with their prefix. */
export function toFields(shape: Shape): { fields: FieldDraft[]; bases: BaseDraft[] } {
  const fields: FieldDraft[] = [];
  const bases: BaseDraft[] = [];
  addMembers(shape, "", fields, bases, 0);
  return { fields, bases };
}

const MAX_DEPTH = 12;

function addMembers(shape: Shape, under: string, fields: FieldDraft[], bases: BaseDraft[], depth: number): void {
  const { bases: own = [] } = openTarget(shape);
  for (const base of own) bases.push(under ? { ...base, under: under + (base.under ?? "") } : base);
  for (const { name, at, shape: inner, comment } of shape.members ?? []) {
    const plain = plainReference(inner);
    const { type, list, target } = plain;
    const hints = hintsOf(plain, comment);
    fields.push({
      name: under + name,
      at,
      type,
      ...(list && { list }),
      ...(target && { target }),
      ...(hints && { hints }),
    });
    if (depth < MAX_DEPTH && !target) addMembers(plain, `${under}${name}.`, fields, bases, depth + 1);
  }
}

/** A member that is one other schema, unchanged, refers to it rather than repeating its members. */
function plainReference(shape: Shape): Shape {
  const [base, ...others] = shape.bases ?? [];
  if (!base || others.length > 0 || shape.members?.length || base.pick || base.omit || base.under) return shape;
  return { ...shape, target: base.name, members: [], bases: [] };
}

function hintsOf({ validators, options, label, comment }: Shape, beside: string | undefined): Hints | null {
  const said = comment ?? beside;
  if (!validators?.length && !options?.length && !label && !said) return null;
  return {
    ...(validators?.length && { validators: [...new Set(validators)] }),
    ...(label && { label }),
    ...(said && { comment: said }),
    ...(options?.length && { options }),
  };
}
