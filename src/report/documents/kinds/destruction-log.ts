import { asks, blank, each, fields, paragraph, says, signature, table } from "../build.js";
import { lawValue, unique } from "../data.js";
import type { Draft } from "../document.js";
import type { Drafting } from "../drafting.js";
import { groundOf, lawTable } from "../law.js";
import { operatorName } from "../operator.js";

const EMPTY_LINES = 8;

/** Form of the export from the event log, and where the code writes what belongs in it. */
export function destructionLog(draft: Drafting): Draft {
  const { say, map, names, rows } = draft;
  const kept = lawValue(draft, "destruction-log");
  return {
    title: say("destruction-log.title"),
    subtitle: groundOf(draft, "destruction-log"),
    orientation: "landscape",
    blocks: [
      fields([
        [say("operator.name"), operatorName(draft)],
        [say("destruction-log.period"), blank()],
      ]),
      table(
        say("destruction-log.table"),
        [
          [say("number"), 6],
          [say("destruction.subject"), 24],
          [say("data"), 24],
          [say("destruction.system"), 18],
          [say("destruction.reason"), 16],
          [say("destruction.date"), 12],
        ],
        Array.from({ length: EMPTY_LINES }, (_, index) => [says(String(index + 1)), [], [], [], [], []]),
      ),
      signature(say("sign.destroyer"), say("sign.date")),
      table(
        say("destruction-log.sources"),
        [
          [say("destruction-log.rule"), 16],
          [say("data"), 28],
          [say("destruction-log.by"), 28],
          [say("destruction-log.written-to"), 28],
        ],
        map.retention.length > 0
          ? map.retention.map(({ id, implementedBy, log }) => [
              says(id),
              says(
                ...unique(
                  rows.flatMap(({ retention, category }) => (retention.includes(id) ? (category ?? []) : [])),
                ).map(names.category),
              ),
              each(implementedBy, say("ask.implemented", { rule: id })),
              log === null ? asks(say("ask.log", { rule: id })) : says(log),
            ])
          : [[asks(say("ask.retention")), [], [], []]],
      ),
      ...(typeof kept === "string" ? [paragraph(say("destruction.kept", { period: names.period(kept) }))] : []),
      paragraph(say("destruction-log.personal")),
      lawTable(draft, ["destruction-log"]),
    ],
  };
}
