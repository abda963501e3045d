import { asks, says, table } from "./build.js";
import type { Block } from "./document.js";
import type { Drafting } from "./drafting.js";
import { groupBy } from "../../model/index.js";

/** What the code collects and the map gives no purpose: a record without it would not be true to the code. Nothing where there is none. */
export function withoutPurpose({ rows, say, names }: Drafting): Block[] {
  const stray = rows.filter(({ purposes }) => purposes.length === 0);
  if (stray.length === 0) return [];
  return [
    table(
      say("undeclared.title"),
      [
        [say("datum"), 25],
        [say("fields"), 45],
        [say("decision"), 30],
      ],
      [...groupBy(stray, ({ dataType }) => dataType)].map(([dataType, own]) => [
        says(names.dataType(dataType)),
        says(...own.map(({ id }) => id)),
        asks(say("ask.purpose-of", { datum: names.dataType(dataType) })),
      ]),
    ),
  ];
}
