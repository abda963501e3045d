import { fields, heading, paragraph, signature } from "../build.js";
import { groupBy } from "../../../model/index.js";
import type { Block, Draft } from "../document.js";
import type { Drafting } from "../drafting.js";
import { groundOf, lawTable } from "../law.js";
import { notificationOf } from "../notification.js";

/** The operator's notification of the regulator. */
export function rkn(draft: Drafting): Draft {
  const { say, map, names } = draft;
  const { art22 } = map.controller;
  return {
    title: say("rkn.title"),
    subtitle: groundOf(draft, "regulator-notification"),
    blocks: [
      paragraph(
        art22 === null
          ? say("rkn.initial")
          : say("rkn.filed", { number: art22.number, date: names.date(art22.updated ?? art22.filed) }),
      ),
      ...sections(draft),
      signature(say("sign.head"), say("sign.date")),
      lawTable(draft, ["regulator-notification", "notification-change", "protection-levels"]),
    ],
  };
}

function sections(draft: Drafting): Block[] {
  return [...groupBy(notificationOf(draft), ({ section }) => section)].flatMap(([section, items]) => [
    heading(section),
    fields(items.map(({ label, value }) => [label, value])),
  ]);
}
