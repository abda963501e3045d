import { groupBy, type CategoryKind, type InventoryRow } from "../../../model/index.js";
import { asks, each, paragraph, says, table } from "../build.js";
import { unique } from "../data.js";
import type { Draft, Value } from "../document.js";
import type { Drafting } from "../drafting.js";
import { groundOf, lawTable } from "../law.js";
import { speaker } from "../../words/index.js";

const SPECIAL: readonly CategoryKind[] = ["special", "biometric", "criminal"];

/** Register of special categories, biometric data and criminal records, each with the exemption that lets it be processed. */
export function special(draft: Drafting): Draft {
  const { say, map, rows } = draft;
  const declared = new Set(map.categories.filter(({ kind }) => SPECIAL.includes(kind)).map(({ id }) => id));
  const seen = rows.filter((row) => row.special !== null || (row.category !== null && declared.has(row.category)));
  const unseen = [...declared].filter((id) => !seen.some(({ category }) => category === id));
  const lines = [
    ...[...groupBy(seen, ({ category, special: kind }) => `${category ?? ""}\0${kind ?? ""}`).values()].map((own) =>
      line(draft, own[0]!.category, own),
    ),
    ...unseen.map((id) => line(draft, id, [])),
  ];
  return {
    title: say("special.title"),
    subtitle: groundOf(draft, "special-grounds"),
    orientation: "landscape",
    blocks: [
      lines.length === 0
        ? paragraph(say("special.nothing"))
        : table(
            say("special.table"),
            [
              [say("category"), 16],
              [say("special.kind"), 14],
              [say("fields"), 22],
              [say("purposes"), 16],
              [say("special.exemption"), 18],
              [say("special.approved"), 14],
            ],
            lines,
          ),
      ...freeText(draft),
      lawTable(draft, ["special-grounds"]),
    ],
  };
}

function line(draft: Drafting, category: string | null, own: readonly InventoryRow[]): Value[] {
  const { say, names, map, result, language } = draft;
  const words = speaker(language);
  const title = category === null ? null : names.category(category);
  const kinds = unique(own.flatMap((row) => row.special ?? []));
  const label = title ?? kinds.map((kind) => words.say(`special.${kind}` as "special.health")).join(", ");
  const declaredKind = map.categories.find(({ id }) => id === category)?.kind;
  const exemptions = map.specialExemptions.filter((one) => one.category === category);
  const expired = (reviewBy: string | null): boolean => reviewBy !== null && reviewBy < result.date;
  return [
    title === null ? asks(say("ask.category")) : says(title),
    says(
      ...(kinds.length > 0
        ? kinds.map((kind) => words.say(`special.${kind}` as "special.health"))
        : [declaredKind ? names.term("category", declaredKind) : null]),
    ),
    says(...(own.length > 0 ? own.map(({ id }) => id) : [say("data-list.unseen")])),
    each(unique(own.flatMap(({ purposes }) => purposes)).map(names.purpose), say("ask.purpose-of", { datum: label })),
    each(
      exemptions.map(({ kind, ref }) => `${say(`exemption.${kind}`)}: ${ref}`),
      say("ask.exemption", { category: label }),
    ),
    exemptions.flatMap(({ approvedBy, reviewBy }) => [
      ...(approvedBy === null ? asks(say("ask.approved", { category: label })) : says(approvedBy)),
      ...(reviewBy === null
        ? asks(say("ask.review", { category: label }))
        : says(say("special.review", { date: names.date(reviewBy) }))),
      ...(expired(reviewBy) ? asks(say("ask.expired", { category: label })) : []),
    ]),
  ];
}

/** Free text may hold special data that nobody asked for. */
function freeText({ map, say, names }: Drafting) {
  const open = map.categories.filter((category) => category.freeText);
  if (open.length === 0) return [];
  return [
    table(
      say("special.free-text"),
      [
        [say("category"), 40],
        [say("special.masking"), 60],
      ],
      open.map(({ id, masking }) => [
        says(names.category(id)),
        masking === null ? asks(say("ask.masking", { category: names.category(id) })) : says(masking),
      ]),
    ),
  ];
}
