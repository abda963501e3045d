import { compareText, groupBy, type InventoryField } from "../model/index.js";

/** Tells which records hold the same data, by any datum that two have in common: a form, its DTO and the entity get one name. */
export function joinRecords(fields: readonly InventoryField[]): (field: InventoryField) => string {
  const parents = new Map<string, string>();
  const rootOf = (owner: string): string => {
    let root = owner;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    if (root !== owner) parents.set(owner, root);
    return root;
  };
  const together = groupBy(
    fields.filter(({ datum, owner }) => datum !== undefined && owner !== ""),
    ({ datum }) => datum,
  );
  for (const [first, ...rest] of together.values()) {
    for (const { owner } of rest) {
      const [one, other] = [rootOf(first!.owner), rootOf(owner)];
      if (one !== other) parents.set(other, one);
    }
  }
  return ({ owner }) => rootOf(owner);
}

interface Selected {
  readonly field: InventoryField;
  readonly selector: string;
}

/** More alternatives than these are hard to read, and the reader of selectors has its limit. */
const MOST_ALTERNATIVES = 24;
const PLAIN_OWNER = /^[\w$]+$/;
const PLAIN_FIELD = /^[\w$]+(?:\.[\w$]+)*$/;

/**
 * The selectors of one entry, places of one datum in one: `{User,UserDto,UserForm}.{email,phone}` for what all three hold. Each names the same
 * fields as those it stands for, and no more.
 */
export function joinSelectors(selected: readonly Selected[]): string[] {
  const owners = new Map<string, Set<string>>();
  for (const { field, selector } of selected) {
    if (!isPlain(field, selector)) continue;
    owners.set(field.field, (owners.get(field.field) ?? new Set()).add(field.owner));
  }
  const joined = new Map<string, string>();
  const groups = groupBy(
    [...owners].filter(([, holding]) => holding.size > 1),
    ([, holding]) => [...holding].sort(compareText).join(","),
  );
  for (const [holding, members] of groups) {
    const holders = holding.split(",");
    const step = Math.floor(MOST_ALTERNATIVES / holders.length);
    for (let from = 0; step > 0 && from < members.length; from += step) {
      const names = members.slice(from, from + step).map(([name]) => name);
      const selector = `{${holding}}.${names.length === 1 ? names[0]! : `{${names.join(",")}}`}`;
      for (const name of names) for (const owner of holders) joined.set(`${owner}.${name}`, selector);
    }
  }
  return [...new Set(selected.map(({ selector }) => joined.get(selector) ?? selector))];
}

function isPlain({ owner, field }: InventoryField, selector: string): boolean {
  return selector === `${owner}.${field}` && PLAIN_OWNER.test(owner) && PLAIN_FIELD.test(field);
}
