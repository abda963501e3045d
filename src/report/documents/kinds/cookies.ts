import picomatch from "picomatch";
import type { Declared, InventoryCookie } from "../../../model/index.js";
import { asks, each, paragraph, says, table } from "../build.js";
import type { Draft, Value } from "../document.js";
import type { Drafting } from "../drafting.js";

type Entry = Declared<"cookies">;

/** Cookie table: what the map declares and what the code or its trackers set. */
export function cookies(draft: Drafting): Draft {
  const { say, names, map, result } = draft;
  const matches = (entry: Entry, { name }: InventoryCookie): boolean =>
    entry.id === name || picomatch.isMatch(name, entry.id, { dot: true, bash: true });
  const stray = result.cookies.filter((cookie) => !map.cookies.some((entry) => matches(entry, cookie)));
  const rows = [
    ...map.cookies.map((entry) =>
      declared(
        draft,
        entry,
        result.cookies.filter((cookie) => matches(entry, cookie)),
      ),
    ),
    ...stray.map((cookie) => undeclared(draft, cookie)),
  ];
  return {
    title: say("cookies.title"),
    subtitle: say("as-of", { date: names.date(result.date) }),
    orientation: "landscape",
    blocks: [
      rows.length === 0
        ? paragraph(say("cookies.nothing"))
        : table(
            say("cookies.table"),
            [
              [say("cookies.name"), 14],
              [say("cookies.set-by"), 18],
              [say("cookies.kind"), 14],
              [say("cookies.lifetime"), 12],
              [say("purposes"), 18],
              [say("cookies.consent"), 12],
              [say("cookies.seen"), 12],
            ],
            rows,
          ),
    ],
  };
}

function declared({ say, names, map }: Drafting, entry: Entry, seen: readonly InventoryCookie[]): Value[] {
  const { id, party, kind, lifetime, vendor, purposes, consent, holdsPersonalData } = entry;
  const document = map.consents.find((one) => one.id === consent)?.document ?? consent;
  return [
    says(id, holdsPersonalData ? say("cookies.personal") : null),
    says(vendor === null ? say("cookies.own") : names.recipient(vendor), say(`party.${party}`)),
    says(say(`cookie-kind.${kind}`)),
    says(names.period(lifetime)),
    each(purposes.map(names.purpose), say("ask.cookie-purpose", { cookie: id })),
    document === null
      ? kind === "necessary"
        ? says(say("not-needed"))
        : asks(say("ask.cookie-consent", { cookie: id }))
      : says(document),
    says(say(seen.length > 0 ? "yes" : "no")),
  ];
}

function undeclared({ say, names, catalog, language }: Drafting, { name, recipient }: InventoryCookie): Value[] {
  const known = catalog.recipients
    .get(recipient ?? "")
    ?.cookies.find((cookie) => picomatch.isMatch(name, cookie.name, { dot: true, bash: true }));
  return [
    says(name),
    says(recipient === null ? say("cookies.own") : names.recipient(recipient)),
    asks(say("ask.cookie-kind", { cookie: name })),
    known?.lifetime
      ? says(names.period(known.lifetime), say("from-catalogue"))
      : asks(say("ask.cookie-lifetime", { cookie: name })),
    known?.purpose
      ? says(known.purpose[language], say("from-catalogue"))
      : asks(say("ask.cookie-purpose", { cookie: name })),
    asks(say("ask.cookie-consent", { cookie: name })),
    says(say("yes")),
  ];
}
