import type { CategoryKind, Declared } from "../../model/index.js";
import { asks, each, known, says } from "./build.js";
import { basesOf, categoriesOf, categoryLine, encryption, measures, subjectsOf, unique } from "./data.js";
import type { Value } from "./document.js";
import type { Drafting } from "./drafting.js";
import { operatorFields, responsible } from "./operator.js";
import { levelOf, levelWords } from "./protection.js";
import { countriesAbroad } from "./transfers.js";

/** One statement of the notification. `key` stays the same from one filing to the next. */
export interface Statement {
  readonly key: string;
  readonly section: string;
  readonly label: string;
  readonly value: Value;
}

/** All that the regulator is told, statement by statement. */
export function notificationOf(draft: Drafting): Statement[] {
  const { say, map } = draft;
  const at = (section: string, prefix: string, rows: readonly (readonly [string, Value])[]): Statement[] =>
    rows.map(([label, value]) => ({ key: `${prefix} ${label}`, section, label, value }));
  return [
    ...at(say("rkn.operator"), "operator", [
      ...operatorFields(draft, say("operator.name")),
      [say("rkn.regions"), each(map.controller.art22?.regions ?? [], say("ask.regions"))],
    ]),
    ...(map.purposes.length === 0
      ? at(say("rkn.purposes"), "purposes", [[say("purpose"), asks(say("ask.purposes"))]])
      : map.purposes.flatMap((purpose, index) =>
          at(
            say("rkn.purpose", { number: String(index + 1), title: purpose.title }),
            `purpose ${purpose.id}`,
            purposeRows(draft, purpose),
          ),
        )),
    ...at(say("rkn.measures"), "measures", [
      [say("rkn.measures-18"), measures(draft, ["organisation"])],
      [say("rkn.measures-19"), measures(draft, ["security"])],
      [say("rkn.cryptography"), encryption(draft)],
      [say("rkn.responsible"), responsible(draft)],
    ]),
    ...at(say("rkn.time"), "time", [
      [say("rkn.start"), date(draft, map.controller.art22?.processingStart ?? null, say("ask.start"))],
      [say("rkn.end"), known(map.controller.art22?.endCondition, say("ask.end"))],
    ]),
    ...at(say("rkn.transfer"), "transfer", [[say("rkn.cross-border"), transfer(draft)]]),
    ...(map.stores.length === 0
      ? at(say("rkn.database"), "stores", [[say("rkn.database"), asks(say("ask.stores"))]])
      : map.stores.flatMap((store, index) =>
          at(say("rkn.database-of", { number: String(index + 1) }), `store ${store.id}`, storeRows(draft, store)),
        )),
  ];
}

function purposeRows(draft: Drafting, purpose: Declared<"purposes">): (readonly [string, Value])[] {
  const { say, names, map } = draft;
  const kindOf = (id: string): CategoryKind => map.categories.find((one) => one.id === id)?.kind ?? "general";
  const ids = categoriesOf(draft, purpose);
  const ofKind = (kinds: readonly CategoryKind[]): string[] =>
    ids.filter((id) => kinds.includes(kindOf(id))).map((id) => categoryLine(draft, id));
  const optional = (kinds: readonly CategoryKind[]): Value => {
    const lines = ofKind(kinds);
    return lines.length > 0 ? says(...lines) : says(say("rkn.not-processed"));
  };
  const { title, operations, mode, transfer: way } = purpose;
  return [
    [say("purpose"), says(title)],
    [
      say("rkn.general"),
      each(ofKind(["general", "anonymised", "distribution_permitted"]), say("ask.categories", { purpose: title })),
    ],
    [say("rkn.special"), optional(["special", "criminal"])],
    [say("rkn.biometric"), optional(["biometric"])],
    [say("subjects"), subjectsOf(draft, purpose)],
    [say("basis"), basesOf(draft, purpose)],
    [
      say("rkn.operations"),
      operations === null
        ? asks(say("ask.operations", { purpose: title }))
        : says(operations.map((operation) => names.term("operation", operation)).join(", ")),
    ],
    [
      say("rkn.mode"),
      [
        ...(mode === null ? asks(say("ask.mode", { purpose: title })) : says(say(`mode.${mode}`))),
        ...(way === null ? asks(say("ask.way", { purpose: title })) : says(say(`way.${way}`))),
      ],
    ],
  ];
}

function transfer(draft: Drafting): Value {
  const { say, names, map } = draft;
  const abroad = countriesAbroad(draft);
  if (map.recipients.length + map.stores.length === 0) return asks(say("ask.cross-border"));
  if (abroad.length === 0) return says(say("rkn.no-transfer"));
  const filed = new Map(map.controller.art12.map((filing) => [filing.country, filing]));
  return [
    ...says(say("rkn.transfer-to")),
    ...abroad.flatMap((country) => {
      const filing = filed.get(country);
      if (!filing) return asks(say("ask.filing", { country: names.country(country) }));
      const status = say(`filing.${filing.status}`);
      return says(say("rkn.filing", { country: names.country(country), date: names.date(filing.filed), status }));
    }),
  ];
}

function storeRows(draft: Drafting, store: Declared<"stores">): (readonly [string, Value])[] {
  const { say, names, map } = draft;
  const { id, type, country, address, ownDataCentre, dataCentreOperator } = store;
  const title = names.store(id);
  const operator = map.recipients.find((one) => one.id === dataCentreOperator);
  return [
    [say("store"), says(`${title} (${type})`)],
    [say("operator.country"), says(names.country(country))],
    [say("rkn.store-address"), known(address, say("ask.store-address", { store: title }))],
    [
      say("rkn.data-centre"),
      ownDataCentre === null
        ? asks(say("ask.data-centre", { store: title }))
        : says(say(ownDataCentre ? "rkn.own" : "rkn.not-own")),
    ],
    ...(ownDataCentre === false || dataCentreOperator !== null
      ? [
          [
            say("rkn.data-centre-operator"),
            dataCentreOperator === null
              ? asks(say("ask.data-centre-operator", { store: title }))
              : [
                  ...says(names.recipient(dataCentreOperator)),
                  ...known(operator?.address, say("ask.requisites", { name: names.recipient(dataCentreOperator) })),
                ],
          ] as const,
        ]
      : []),
    [say("rkn.protection"), unique(levelWords(draft, levelOf(draft, store))).flatMap((line) => says(line))],
  ];
}

export function date({ names }: Drafting, iso: string | null, question: string): Value {
  return iso === null ? asks(question) : says(names.date(iso));
}
