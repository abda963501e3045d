import type { Declared } from "../../../model/index.js";
import { asks, blank, fields, paragraph, says, signature, table } from "../build.js";
import { lawValue, term, unique } from "../data.js";
import type { Draft, Value } from "../document.js";
import type { Drafting } from "../drafting.js";
import { groundOf, lawTable } from "../law.js";
import { operatorFields } from "../operator.js";

/** Form of the act by which the destruction of personal data is confirmed: what the map knows is filled in. */
export function destructionAct(draft: Drafting): Draft {
  const { say, map, names } = draft;
  const processors = map.recipients.filter(({ role }) => role === "processor").map(({ id }) => names.recipient(id));
  const kept = lawValue(draft, "destruction-log");
  return {
    title: say("destruction-act.title"),
    subtitle: groundOf(draft, "destruction-log"),
    orientation: "landscape",
    blocks: [
      fields([
        [say("destruction.number"), blank(say("destruction.number-hint"))],
        ...operatorFields(draft, say("operator.name")).slice(0, 3),
        [
          say("destruction.processor"),
          [...blank(say("destruction.processor-hint")), ...processors.flatMap((name) => says(`☐ ${name}`))],
        ],
        [say("destruction.subject"), blank(say("destruction.subject-hint"))],
        [say("destruction.who"), blank(say("destruction.who-hint"))],
        [say("destruction.paper"), blank(say("destruction.paper-hint"))],
        [say("destruction.date"), blank()],
      ]),
      paragraph(say("destruction.choose")),
      table(
        say("destruction.data"),
        [
          [say("destruction.mark"), 8],
          [say("data"), 24],
          [say("destruction.system"), 18],
          [say("destruction.reason"), 28],
          [say("destruction.method"), 22],
        ],
        map.retention.length > 0
          ? map.retention.map((rule) => row(draft, rule))
          : [[says("☐"), asks(say("ask.retention")), [], [], []]],
      ),
      ...(typeof kept === "string" ? [paragraph(say("destruction.kept", { period: names.period(kept) }))] : []),
      signature(say("sign.destroyer"), say("sign.head"), say("sign.date")),
      lawTable(draft, ["destruction-log", "disposal-deadline"]),
    ],
  };
}

function row(draft: Drafting, rule: Declared<"retention">): Value[] {
  const { rows, say, names } = draft;
  const own = rows.filter(({ retention }) => retention.includes(rule.id));
  const stores = unique(own.flatMap((one) => one.stores));
  return [
    says("☐"),
    says(...unique(own.flatMap(({ category }) => category ?? [])).map(names.category)),
    stores.length === 0 ? asks(say("ask.system-of", { rule: rule.id })) : says(...stores.map(names.store)),
    [...says(say("destruction.term-over")), ...term(draft, rule.id)],
    rule.method === null ? asks(say("ask.method", { rule: rule.id })) : says(rule.method),
  ];
}
