import type { Declared } from "../../../model/index.js";
import { asks, fields, heading, paragraph, says, signature, table } from "../build.js";
import type { Block, Draft, Value } from "../document.js";
import type { Drafting } from "../drafting.js";
import { groundOf, lawTable } from "../law.js";
import { levelOf, type Level } from "../protection.js";

/** The protection level of each information system, and what it follows from. */
export function protectionLevel(draft: Drafting): Draft {
  const { say, map } = draft;
  return {
    title: say("protection-level.title"),
    subtitle: groundOf(draft, "protection-levels"),
    blocks: [
      paragraph(say("protection-level.note")),
      ...(map.stores.length === 0
        ? [fields([[say("store"), asks(say("ask.stores"))]])]
        : map.stores.flatMap((store) => system(draft, store))),
      signature(say("sign.commission"), say("sign.commission"), say("sign.date")),
      lawTable(draft, ["protection-levels"]),
    ],
  };
}

function system(draft: Drafting, store: Declared<"stores">): Block[] {
  const { say, names, words } = draft;
  const level = levelOf(draft, store);
  const title = names.store(store.id);
  if (level.kinds.size === 0) return [heading(title), paragraph(say("level.nothing"))];
  return [
    heading(title),
    fields([
      [say("level.kinds"), says(...[...level.kinds].sort().map((kind) => say(`level-kind.${kind}`)))],
      [
        say("level.people"),
        [
          ...says(words.number(level.people)),
          ...level.uncounted.flatMap((id) => asks(say("ask.count", { subject: names.subject(id) }))),
        ],
      ],
      [
        say("level.threat"),
        level.threat === null ? asks(say("ask.threat", { store: title })) : says(String(level.threat)),
      ],
      [
        say("level.is-declared"),
        level.declared === null ? asks(say("ask.level", { store: title })) : says(String(level.declared)),
      ],
      [say("level.conclusion"), conclusion(draft, level)],
    ]),
    table(
      say("level.table", { store: title }),
      [
        [say("level.threat"), 18],
        [say("level.level"), 22],
        [say("level.reason"), 60],
      ],
      level.lines.map(({ threat, line }) => [
        says(threat === level.threat ? say("level.chosen", { threat: String(threat) }) : String(threat)),
        says(line === null ? "—" : String(line.level)),
        reason(draft, line),
      ]),
    ),
  ];
}

function reason({ say, words }: Drafting, line: Level["lines"][number]["line"]): Value {
  if (line === null) return says(say("level.no-line"));
  const kinds = line.kinds.map((kind) => say(`level-kind.${kind}`)).join(", ");
  return says(
    say("level.line", { threat: String(line.threat), kinds }),
    line.outsiders === undefined
      ? say("level.any-number")
      : say("level.more-than", { number: words.number(line.outsiders) }),
  );
}

function conclusion({ say }: Drafting, { threat, declared, lines }: Level): Value {
  if (threat === null) return says(say("level.unknown-threat"));
  const required = lines.find((one) => one.threat === threat)?.line?.level ?? null;
  if (required === null) return says(say("level.no-line"));
  const level = String(required);
  if (declared === null) return says(say("level.is-required", { level }));
  return says(say(declared <= required ? "level.enough" : "level.too-weak", { level, declared: String(declared) }));
}
