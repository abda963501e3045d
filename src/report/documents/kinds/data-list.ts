import { compareText, groupBy, type InventoryRow } from "../../../model/index.js";
import { asks, each, says, table } from "../build.js";
import { itemsOf, unique } from "../data.js";
import type { Draft, Value } from "../document.js";
import type { Drafting } from "../drafting.js";
import { lawTable } from "../law.js";

/** Places told of one datum. */
const FIELDS = 5;

/** List of the personal data that are processed: what the code collects, and what the map declares besides. */
export function dataList(draft: Drafting): Draft {
  const { say, names, map } = draft;
  const categories = unique([...map.categories.map(({ id }) => id), ...stray(draft)]);
  return {
    title: say("data-list.title"),
    subtitle: say("as-of", { date: names.date(draft.result.date) }),
    orientation: "landscape",
    blocks: [
      table(
        say("data-list.table"),
        [
          [say("number"), 5],
          [say("category"), 15],
          [say("datum"), 15],
          [say("subjects"), 16],
          [say("purposes"), 20],
          [say("stores"), 14],
          [say("fields"), 20],
        ],
        categories.flatMap((id) => rowsOfCategory(draft, id)).map((row, index) => [says(String(index + 1)), ...row]),
      ),
      lawTable(draft, ["policy-contents"]),
    ],
  };
}

/** Categories that only the code knows. */
function stray({ rows }: Drafting): string[] {
  return unique(rows.map(({ category }) => category ?? "")).sort(compareText);
}

function rowsOfCategory(draft: Drafting, category: string): Value[][] {
  const { rows, say, names, catalog, map, language } = draft;
  const own = rows.filter((row) => (row.category ?? "") === category);
  const byType = groupBy(own, ({ dataType }) => dataType);
  const kind = map.categories.find(({ id }) => id === category)?.kind ?? "general";
  const title: Value =
    category === ""
      ? asks(say("ask.category"))
      : says(names.category(category), kind === "general" ? null : names.term("category", kind));
  const listed = [...byType].map(([dataType, each]) => datum(draft, title, names.dataType(dataType), each));
  const seen = new Set([...byType.keys()].map((id) => catalog.dataTypes.get(id)?.title[language] ?? id));
  const unseen = itemsOf(draft, category).filter((item) => !seen.has(item));
  return [
    ...listed,
    ...unseen.map((item) => [title, says(item), says("—"), says("—"), says("—"), says(say("data-list.unseen"))]),
  ];
}

function datum(draft: Drafting, title: Value, name: string, own: readonly InventoryRow[]): Value[] {
  const { say, names } = draft;
  const all = (read: (row: InventoryRow) => readonly string[]): string[] => unique(own.flatMap(read));
  const ids = own.map(({ id }) => id);
  const more = ids.length - FIELDS;
  return [
    title,
    says(name),
    each(all(({ subjects }) => subjects).map(names.subject), say("ask.subjects-of", { datum: name })),
    each(all(({ purposes }) => purposes).map(names.purpose), say("ask.purpose-of", { datum: name })),
    says(...all(({ stores }) => stores).map(names.store)),
    says(...ids.slice(0, FIELDS), more > 0 ? say("and-more", { n: more }) : null),
  ];
}
