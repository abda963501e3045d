import { groupBy, type Catalog, type CategoryKind, type Confidence, type InventoryField } from "../model/index.js";
import { joinRecords, joinSelectors } from "./draft-data.js";
import { likelyPurposeOf, type LikelyPurpose } from "./draft-purposes.js";
import type { DraftPurpose } from "./draft-words.js";

/** What the draft says of one field. */
interface Proposal {
  readonly field: InventoryField;
  readonly dataType: string;
  readonly category: string;
  readonly kind: CategoryKind;
  readonly purposes: readonly string[];
}

/** One line of `fields:`. */
export interface DraftEntry {
  readonly match: readonly string[];
  readonly category: string;
  readonly purposes: readonly string[];
  readonly kind: CategoryKind;
}

export interface DraftCategory {
  readonly kind: CategoryKind;
  readonly items: ReadonlySet<string>;
}

export interface DraftFields {
  readonly entries: readonly DraftEntry[];
  readonly categories: ReadonlyMap<string, DraftCategory>;
  readonly purposes: ReadonlySet<string>;
}

const rank = { low: 0, medium: 1, high: 2 } satisfies Record<Confidence, number>;

/** Proposes an entry for every field that asks for one; fields of one record, and of the records that hold the same data, together. */
export function draftFields(
  fields: readonly InventoryField[],
  catalog: Catalog,
  minConfidence: Confidence,
  chosen: ReadonlySet<LikelyPurpose> = new Set(),
): DraftFields {
  const proposals = fields.flatMap((field) => {
    const asks = rank[field.confidence] >= rank[minConfidence] && field.dataType !== "person_reference";
    return asks ? propose(field, catalog, chosen) : [];
  });
  return {
    entries: toEntries(proposals),
    categories: toCategories(proposals),
    purposes: new Set(proposals.flatMap(({ purposes }) => purposes)),
  };
}

function propose(field: InventoryField, catalog: Catalog, chosen: ReadonlySet<LikelyPurpose>): Proposal[] {
  const dataType = field.annotation?.item ?? field.dataType;
  const known = dataType === null ? undefined : catalog.dataTypes.get(dataType);
  if (dataType === null || !known) return [];
  // What an annotation beside the field says already, the draft repeats.
  const said = field.annotation;
  const category = [said?.category ?? ""].filter(isId)[0] ?? known.category;
  const saidPurposes = said?.purposes?.filter(isId) ?? [];
  const purposes = saidPurposes.length > 0 ? saidPurposes : [purposeOf(field, known.categoryKind, chosen)];
  return [{ field, dataType, category, kind: known.categoryKind, purposes }];
}

/** As the schema has it. */
function isId(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(text);
}

const ofDevice = {
  store: false,
  input: false,
  type: false,
  cookie: true,
  "web-storage": true,
  device: true,
} satisfies Record<InventoryField["kind"], boolean>;

function purposeOf(
  field: InventoryField,
  kind: CategoryKind,
  chosen: ReadonlySet<LikelyPurpose>,
): DraftPurpose | LikelyPurpose {
  if (kind !== "general") return "special_data";
  if (ofDevice[field.kind]) return "site";
  const likely = likelyPurposeOf(field);
  return likely && chosen.has(likely) ? likely : "service";
}

function toCategories(proposals: readonly Proposal[]): Map<string, DraftCategory> {
  const categories = new Map<string, { kind: CategoryKind; items: Set<string> }>();
  for (const { category, kind, dataType } of proposals) {
    const known = categories.get(category) ?? { kind, items: new Set<string>() };
    // Where an annotation puts special data among general ones, the category is as special as its most special item.
    categories.set(category, { kind: known.kind === "general" ? kind : known.kind, items: known.items.add(dataType) });
  }
  return categories;
}

function toEntries(proposals: readonly Proposal[]): DraftEntry[] {
  const selectors = chooseSelectors(proposals);
  const records = joinRecords(proposals.map(({ field }) => field));
  const groups = groupBy(proposals, (proposal) => JSON.stringify([records(proposal.field), verdictOf(proposal)]));
  return [...groups.values()].map((members) => {
    const { category, purposes, kind } = members[0]!;
    const chosen = members.map((proposal) => ({ field: proposal.field, selector: selectors.get(proposal)! }));
    return { match: joinSelectors(chosen), category, purposes, kind };
  });
}

/**
 * The shortest selector of each field that says the same of every field it names. `User.email` stands for all sources at once; where they
 * disagree, the source is added; where even that is not enough, the whole id.
 */
function chooseSelectors(proposals: readonly Proposal[]): Map<Proposal, string> {
  const chosen = new Map<Proposal, string>();
  const choose = (members: readonly Proposal[], forms: readonly ((field: InventoryField) => string)[]): void => {
    const [form, ...longer] = forms;
    for (const group of groupBy(members, ({ field }) => form!(field)).values()) {
      const agree = group.every((member) => verdictOf(member) === verdictOf(group[0]!));
      if (agree || longer.length === 0) for (const member of group) chosen.set(member, form!(member.field));
      else choose(group, longer);
    }
  };
  choose(proposals, [withoutSource, withSource, ({ id }) => id]);
  return chosen;
}

function verdictOf({ category, purposes }: Proposal): string {
  return JSON.stringify([category, purposes]);
}

/** Signs that a selector would take for wildcards, alternatives, a path or a source. */
const misread = /[*?#]|\{[^{}]*,|^[a-z][\w-]*:/;

function withoutSource(field: InventoryField): string {
  const name = `${field.owner}.${field.field}`;
  return field.owner === "" || misread.test(name) ? withSource(field) : name;
}

function withSource(field: InventoryField): string {
  const name = field.owner === "" ? field.field : `${field.owner}.${field.field}`;
  return misread.test(name) ? field.id : `${field.source}:${name}`;
}
