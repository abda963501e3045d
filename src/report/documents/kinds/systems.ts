import { formatPlace, type Declared } from "../../../model/index.js";
import { asks, says, table } from "../build.js";
import { rowsOfStore, term, unique } from "../data.js";
import type { Draft, Value } from "../document.js";
import type { Drafting } from "../drafting.js";
import { lawTable } from "../law.js";
import { levelOf, levelWords } from "../protection.js";

/** List of information systems of personal data: stores of the map, and those that the code shows. */
export function systems(draft: Drafting): Draft {
  const { say, names, map, result } = draft;
  return {
    title: say("systems.title"),
    subtitle: say("as-of", { date: names.date(result.date) }),
    orientation: "landscape",
    blocks: [
      table(
        say("systems.declared"),
        [
          [say("number"), 5],
          [say("store"), 14],
          [say("systems.location"), 18],
          [say("data"), 15],
          [say("subjects"), 15],
          [say("systems.level"), 17],
          [say("systems.protection"), 16],
        ],
        map.stores.length > 0
          ? map.stores.map((store, index) => [says(String(index + 1)), ...system(draft, store)])
          : [[says("1"), asks(say("ask.stores")), [], [], [], [], []]],
      ),
      ...(result.storesInCode.length === 0
        ? []
        : [
            table(
              say("systems.seen"),
              [
                [say("store"), 30],
                [say("operator.country"), 25],
                [say("systems.seen-at"), 45],
              ],
              result.storesInCode.map(({ id, type, kind, country, evidence }) => [
                says(id, names.term("store-kind", kind)),
                country === null ? declaredAs(draft, id, type) : says(names.country(country)),
                says(...evidence.slice(0, 3).map(({ place }) => formatPlace(place))),
              ]),
            ),
          ]),
      lawTable(draft, ["localisation", "protection-levels"]),
    ],
  };
}

function system(draft: Drafting, store: Declared<"stores">): Value[] {
  const { say, names } = draft;
  const { id, type, role, country, address, ownDataCentre, encryption, retention } = store;
  const rows = rowsOfStore(draft, id);
  const title = names.store(id);
  const centre: Value =
    ownDataCentre === null
      ? asks(say("ask.data-centre", { store: title }))
      : says(say(ownDataCentre ? "rkn.own" : "rkn.not-own"));
  return [
    says(title, `${type}, ${names.term("store-role", role)}`),
    [
      ...says(names.country(country)),
      ...(address === null ? asks(say("ask.store-address", { store: title })) : says(address)),
      ...centre,
    ],
    says(...unique(rows.flatMap(({ category }) => category ?? [])).map(names.category)),
    says(...unique(rows.flatMap(({ subjects }) => subjects)).map((subject) => counted(draft, subject))),
    says(...levelWords(draft, levelOf(draft, store))),
    [
      ...(encryption === null ? asks(say("ask.encryption-of", { store: title })) : says(encryption)),
      ...(retention === null ? [] : term(draft, retention)),
    ],
  ];
}

/** The code does not say where it is: the map does, where it has stores of that type. */
function declaredAs({ map, say, names }: Drafting, id: string, type: string): Value {
  const own = map.stores.filter((store) => store.type === type);
  if (own.length === 0) return asks(say("ask.store-country", { store: id }));
  return says(
    ...own.map((store) =>
      say("systems.declared-as", { store: names.store(store.id), country: names.country(store.country) }),
    ),
  );
}

function counted({ map, names, words, say }: Drafting, id: string): string {
  const count = map.subjects.find((subject) => subject.id === id)?.count ?? null;
  return count === null
    ? `${names.subject(id)}: ${say("not-counted")}`
    : `${names.subject(id)}: ${words.number(count)}`;
}
