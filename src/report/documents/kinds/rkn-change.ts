import { asks, blank, fields, known, paragraph, says, signature, table } from "../build.js";
import type { Block, Draft, Value } from "../document.js";
import { draftingOf, type Drafting } from "../drafting.js";
import { groundOf, lawTable } from "../law.js";
import { date, notificationOf, type Statement } from "../notification.js";
import { operatorName } from "../operator.js";
import { lawValue } from "../data.js";

/** What the regulator was told and is no longer so: the map as it was filed against the map of today. */
export function rknChange(draft: Drafting): Draft {
  const { say, map, previous } = draft;
  const { art22, inn } = map.controller;
  const day = lawValue(draft, "notification-change");
  return {
    title: say("rkn-change.title"),
    subtitle: groundOf(draft, "notification-change"),
    orientation: "landscape",
    blocks: [
      fields([
        [say("operator.name"), operatorName(draft)],
        [say("operator.inn"), known(inn, say("ask.inn"))],
        [say("rkn-change.number"), known(art22?.number, say("ask.number"))],
        [say("rkn-change.filed"), date(draft, art22?.updated ?? art22?.filed ?? null, say("ask.filed"))],
        [say("rkn-change.arose"), [...asks(say("ask.arose")), ...blank()]],
      ]),
      ...(typeof day === "number" ? [paragraph(say("rkn-change.deadline", { day: String(day) }))] : []),
      ...(previous === null
        ? [paragraph(say("rkn-change.no-previous"))]
        : changes(draft, draftingOf(asOf(draft, previous)))),
      signature(say("sign.head"), say("sign.date")),
      lawTable(draft, ["notification-change", "regulator-notification"]),
    ],
  };
}

function asOf(draft: Drafting, previous: NonNullable<Drafting["previous"]>): Drafting {
  return { ...draft, result: previous, previous: null };
}

function changes(draft: Drafting, filed: Drafting): Block[] {
  const { say } = draft;
  const [before, now] = [filed, draft].map((one) => new Map(notificationOf(one).map((each) => [each.key, each]))) as [
    Map<string, Statement>,
    Map<string, Statement>,
  ];
  const rows = [...new Set([...now.keys(), ...before.keys()])].flatMap((key): Value[][] => {
    const [old, fresh] = [before.get(key), now.get(key)];
    if (same(old?.value, fresh?.value)) return [];
    const { section, label } = (fresh ?? old)!;
    const none = says(say("rkn-change.absent"));
    return [[says(section), says(label), old?.value.map(asText) ?? none, fresh?.value ?? none]];
  });
  if (rows.length === 0) return [paragraph(say("rkn-change.nothing"))];
  return [
    table(
      say("rkn-change.changes"),
      [
        [say("rkn-change.section"), 18],
        [say("rkn-change.statement"), 18],
        [say("rkn-change.before"), 32],
        [say("rkn-change.now"), 32],
      ],
      rows,
    ),
  ];
}

/** What was not known when the notification was filed is no question of today's. */
const asText = ({ text }: Value[number]): Value[number] => ({ kind: "text", text });

function same(a: Value | undefined, b: Value | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.length === b.length && a.every(({ text, kind }, index) => text === b[index]!.text && kind === b[index]!.kind)
  );
}
