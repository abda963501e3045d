import { stringify } from "yaml";
import { compareText, groupBy, type InventoryRow } from "../model/index.js";
import type { Renderer } from "./context.js";
import { escapeTerminal } from "./escape/terminal.js";

/**
 * The inventory as a dataset of Fides: a collection for every record that keeps data, or for every record there is where none is known to keep
 * any. Data that the map denies to be personal is left out.
 */
export const renderInventoryFides: Renderer = ({ inventory, declared }, { catalog: { fides, dataTypes }, words }) => {
  const personal = inventory.filter(({ notPersonal, owner }) => !notPersonal && owner !== "");
  const stored = personal.filter(({ kind }) => kind === "store");
  const records = groupBy(stored.length > 0 ? stored : personal, ({ owner }) => owner);
  const categoryOf = ({ dataType }: InventoryRow): string =>
    Object.hasOwn(fides.exports, dataType) ? fides.exports[dataType]! : "user";
  const collections = [...records]
    .sort(([a], [b]) => compareText(a, b))
    .map(([owner, rows]) => ({
      name: escapeTerminal(owner),
      data_categories: [],
      fields: nested(
        [...groupBy(rows, ({ field }) => field)].map(([field, same]) => ({
          path: escapeTerminal(field).split("."),
          description: dataTypes.get(same[0]!.dataType)?.title[words.language] ?? same[0]!.dataType,
          data_categories: [...new Set(same.map(categoryOf))].sort(compareText),
        })),
      ),
    }));
  const name = declared?.controller.name;
  const dataset = {
    fides_key: "opis_inventory",
    organization_fides_key: "default_organization",
    name: name ? escapeTerminal(name) : "opis",
    description: words.say("fides.description"),
    data_categories: [],
    collections,
  };
  return stringify({ dataset: [dataset] }, { lineWidth: 0 });
};

interface Leaf {
  readonly path: readonly string[];
  readonly description: string;
  readonly data_categories: readonly string[];
}

/** Fides nests fields of fields; one that holds others has no category of its own. */
function nested(leaves: readonly Leaf[]): object[] {
  return [...groupBy(leaves, ({ path }) => path[0] ?? "")]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, members]) => {
      const inner = members.filter(({ path }) => path.length > 1);
      if (inner.length > 0) {
        const fields = nested(inner.map((leaf) => ({ ...leaf, path: leaf.path.slice(1) })));
        return { name, fides_meta: { data_type: "object" }, fields };
      }
      const { description, data_categories } = members[0]!;
      return { name, description, data_categories };
    });
}
