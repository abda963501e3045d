import { isInn, isOgrn, sharedWords } from "../../policy/index.js";
import type { AuditModel, FindingFact, PolicyText } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { affirmed, atClause, policyText, startOf } from "../shared/policy/text.js";

const NUMBERS = { inn: isInn, ogrn: isOgrn } as const;

/** Numbers of the operator that cannot be right by their check digits, and names and numbers in which policy and map differ. */
export default defineCheck({
  id: "policy/requisites-mismatch",
  *run(model) {
    const text = policyText(model);
    yield* wrongInMap(model);
    if (!text) return;
    for (const kind of ["inn", "ogrn"] as const) yield* numbersOf(kind, text, model);
    yield* nameOf(text, model);
  },
});

function* wrongInMap({ map: { controller } }: AuditModel): Iterable<FindingFact> {
  for (const kind of ["inn", "ogrn"] as const) {
    const number = controller[kind];
    if (number === null || NUMBERS[kind](number)) continue;
    yield {
      subject: `map:${kind}`,
      place: controller.place,
      clauses: [],
      data: { problem: "checksum-map", kind, number },
    };
  }
}

function* numbersOf(kind: "inn" | "ogrn", text: PolicyText, { map }: AuditModel): Iterable<FindingFact> {
  const own = map.controller[kind];
  const stated = affirmed(text, kind);
  // A text may name processors with numbers of their own.
  const same = stated.some(({ value }) => value === own);
  for (const one of stated) {
    const wrong = !NUMBERS[kind](one.value);
    if (!wrong && (own === null || same)) continue;
    yield atClause(text, one, {
      subject: `${kind}:${one.value}`,
      data: { problem: wrong ? "checksum" : "differs", kind, number: one.value, own: own ?? "" },
      related: wrong ? [] : [{ place: map.controller.place, role: "entry" }],
    });
  }
}

const LEGAL_FORM = /\b(?:llc|ltd|inc|gmbh|corp|jsc|ooo|zao|oao|pao|ip|ag|sa|bv|plc|company|limited)\b\.?/gi;

/** The operator by the name that the map has. A name in another script cannot be compared; a number that agrees is enough. */
function* nameOf(text: PolicyText, { map }: AuditModel): Iterable<FindingFact> {
  const { name, inn, ogrn, place } = map.controller;
  const agrees = (["inn", "ogrn"] as const).some((kind) =>
    affirmed(text, kind).some(({ value }) => value === (kind === "inn" ? inn : ogrn)),
  );
  const bare = name.replace(LEGAL_FORM, " ").replace(/\b(?:ООО|АО|ПАО|ЗАО|ОАО|ИП)(?!\p{L})/gu, " ");
  const whole = text.clauses.map((clause) => clause.text).join("\n") + text.lines.join("\n");
  const cyrillic = /\p{Script=Cyrillic}/u.test(bare);
  if (agrees || !/\p{L}{4}/u.test(bare) || cyrillic !== (text.language === "ru") || sharedWords(bare, whole) > 0.5)
    return;
  yield {
    subject: "name",
    place: startOf(text),
    clauses: [],
    data: { problem: "name", own: name },
    related: [{ place, role: "entry" }],
  };
}
