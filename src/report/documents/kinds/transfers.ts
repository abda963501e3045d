import { asks, each, paragraph, says, table } from "../build.js";
import { isCountryIn, seenAt, thirdParties, unique } from "../data.js";
import type { Draft, Value } from "../document.js";
import type { Drafting } from "../drafting.js";
import { lawTable } from "../law.js";
import { countryOf, isAtHome, safeguardOf } from "../transfers.js";

const LAWS = [
  "transfer-notice",
  "adequate-convention-parties",
  "adequate-other-states",
  "transfer-criteria-2026",
  "eea-states",
  "eu-adequacy",
];

/** Register of recipients and of cross-border transfers: third parties of the map and of the code. */
export function transfers(draft: Drafting): Draft {
  const { say, names, result } = draft;
  const parties = thirdParties(draft);
  return {
    title: say("transfers.title"),
    subtitle: say("as-of", { date: names.date(result.date) }),
    orientation: "landscape",
    blocks: [
      parties.length === 0
        ? paragraph(say("transfers.nobody"))
        : table(
            say("transfers.table"),
            [
              [say("recipient"), 15],
              [say("transfers.role"), 13],
              [say("transfers.country"), 12],
              [say("data"), 13],
              [say("purposes"), 13],
              [say("transfers.agreement"), 14],
              [say("transfers.filing"), 12],
              [say("transfers.safeguard"), 12],
            ],
            parties.map((id) => row(draft, id)),
          ),
      ...abroad(draft),
      lawTable(draft, LAWS),
    ],
  };
}

function row(draft: Drafting, id: string): Value[] {
  const { say, names, map, result } = draft;
  const own = map.recipients.find((one) => one.id === id) ?? null;
  const name = names.recipient(id);
  const at = seenAt(draft, own?.vendor ?? id);
  const country = countryOf(draft, id);
  const purposes = map.purposes.filter(({ recipients }) => recipients.includes(id)).map(({ title }) => title);
  const reaching = result.recipients.find((one) => one.id === (own?.vendor ?? id))?.data ?? [];
  return [
    [...says(name), ...(at === null ? says(say("transfers.not-seen")) : says(say("transfers.seen", { at })))],
    own === null ? asks(say("ask.recipient", { recipient: name })) : says(names.term("recipient-role", own.role)),
    country === null ? asks(say("ask.country", { recipient: name })) : countryWords(draft, country),
    own === null || own.categories === null
      ? [
          ...says(...unique(reaching.map(({ dataType }) => names.dataType(dataType)))),
          ...asks(say("ask.recipient-data", { recipient: name })),
        ]
      : says(...own.categories.map(names.category)),
    each(purposes, say("ask.recipient-purpose", { recipient: name })),
    agreement(draft, id),
    country === null ? [] : filing(draft, id, country),
    country === null || isAtHome(draft, country) ? says(say("not-needed")) : safeguardOf(draft, own, country),
  ];
}

function countryWords(draft: Drafting, country: string): Value {
  const { say, names, map } = draft;
  if (country === map.controller.country) return says(names.country(country));
  const adequate = isCountryIn(draft, country, ["adequate-convention-parties", "adequate-other-states"]);
  return says(names.country(country), say(adequate ? "transfers.adequate" : "transfers.not-adequate"));
}

function agreement(draft: Drafting, id: string): Value {
  const { say, names, map } = draft;
  const own = map.recipients.find((one) => one.id === id);
  if (own?.agreement) {
    const { ref, date, expires } = own.agreement;
    return says(
      date === null ? ref : `${ref}, ${names.date(date)}`,
      expires === null ? null : say("transfers.expires", { date: names.date(expires) }),
    );
  }
  if (own && own.role !== "processor") return says(say("not-declared"));
  return asks(say("ask.agreement", { recipient: names.recipient(id) }));
}

function filing({ say, names, map }: Drafting, id: string, country: string): Value {
  if (country === map.controller.country) return says(say("not-needed"));
  const own = map.recipients.find((one) => one.id === id)?.crossBorder?.filing ?? null;
  if (own !== null) return says(own);
  return asks(say("ask.filing", { country: names.country(country) }));
}

/** What the map says of filings, country by country. */
function abroad({ map, say, names }: Drafting) {
  if (map.controller.art12.length === 0) return [];
  return [
    table(
      say("transfers.filings"),
      [
        [say("transfers.country"), 40],
        [say("transfers.filed"), 30],
        [say("transfers.status"), 30],
      ],
      map.controller.art12.map(({ country, filed, status }) => [
        says(names.country(country)),
        says(names.date(filed)),
        says(say(`filing.${status}`)),
      ]),
    ),
  ];
}
