import type { Declared, FieldKind, RightKind } from "../../../model/index.js";
import { asks, blank, each, fields, heading, known, paragraph, says, signature, table } from "../build.js";
import { basesOf, categoriesOf, itemsOf, lawValue, recipientsOf, termsOf, unique } from "../data.js";
import type { Block, Draft, Value } from "../document.js";
import type { Drafting } from "../drafting.js";
import { groundOf, lawTable } from "../law.js";
import { operatorName, responsible } from "../operator.js";
import { countryOf } from "../transfers.js";

/** Answer to a person who asks what is processed of theirs, for one kind of data subject. */
export function accessAnswer(draft: Drafting): Draft {
  const { say, names, map, subject } = draft;
  const purposes = map.purposes.filter(({ subjects }) => subject !== null && subjects.includes(subject));
  const within = lawValue(draft, "answer-term");
  return {
    title: say("access-answer.title"),
    subtitle: groundOf(draft, "answer-contents"),
    blocks: [
      fields([
        [say("access-answer.to"), blank(say("access-answer.to-hint"))],
        [say("access-answer.request"), blank(say("access-answer.request-hint"))],
        [
          say("access-answer.from"),
          [...operatorName(draft), ...known(map.controller.address, say("ask.operator-address"))],
        ],
        [say("access-answer.as"), subject === null ? asks(say("ask.subject")) : says(names.subject(subject))],
      ]),
      paragraph(say("access-answer.fact")),
      ...(typeof within === "string" ? [paragraph(say("access-answer.within", { term: names.period(within) }))] : []),
      heading(say("access-answer.purposes")),
      purposes.length === 0 ? paragraph(say("access-answer.no-purposes")) : purposeTable(draft, purposes),
      ...particulars(draft, purposes),
      fields([
        [say("access-answer.persons"), recipients(draft, purposes)],
        [say("access-answer.abroad"), abroad(draft, purposes)],
        [
          say("access-answer.automated"),
          says(say(purposes.some(({ automatedDecision }) => automatedDecision) ? "access-answer.is-automated" : "no")),
        ],
        [say("access-answer.rights"), rights(draft)],
        [say("access-answer.complaint"), known(map.complaintChannel, say("ask.complaint"))],
        [say("access-answer.contact"), responsible(draft)],
      ]),
      signature(say("sign.answer"), say("sign.date")),
      lawTable(draft, ["answer-contents", "answer-term", "gdpr-answer-term"]),
    ],
  };
}

/** Where data come in; records in the program and its stores are where they end up. */
const SOURCES: readonly FieldKind[] = ["input", "device", "cookie", "web-storage"];

type Purpose = Declared<"purposes">;

function purposeTable(draft: Drafting, purposes: readonly Purpose[]): Block {
  const { say } = draft;
  return table(
    say("access-answer.purposes"),
    [
      [say("purpose"), 30],
      [say("basis"), 25],
      [say("recipients"), 20],
      [say("term"), 25],
    ],
    purposes.map((purpose) => [
      says(purpose.title),
      basesOf(draft, purpose),
      recipientsOf(draft, purpose),
      termsOf(draft, purpose),
    ]),
  );
}

/** Kinds of data, with room for what is held of this person. */
function particulars(draft: Drafting, purposes: readonly Purpose[]): Block[] {
  const { say, names, rows, subject } = draft;
  const categories = unique(purposes.flatMap((purpose) => categoriesOf(draft, purpose)));
  if (categories.length === 0) return [];
  const sources = (id: string): Value => {
    const own = rows.filter(
      ({ category, subjects }) => category === id && subject !== null && subjects.includes(subject),
    );
    const kinds = unique(own.flatMap(({ kind }) => (SOURCES.includes(kind) ? names.term("place", kind) : [])));
    return kinds.length > 0 ? says(...kinds) : asks(say("ask.source", { category: names.category(id) }));
  };
  return [
    heading(say("access-answer.data")),
    table(
      say("access-answer.data"),
      [
        [say("category"), 18],
        [say("items"), 28],
        [say("access-answer.source"), 22],
        [say("access-answer.held"), 32],
      ],
      categories.map((id) => [says(names.category(id)), says(itemsOf(draft, id).join("; ")), sources(id), blank()]),
    ),
  ];
}

function recipients(draft: Drafting, purposes: readonly Purpose[]): Value {
  const { say, names, map } = draft;
  const ids = unique(purposes.flatMap((purpose) => purpose.recipients));
  if (ids.length === 0) return says(say("none-declared"));
  return ids.flatMap((id) => {
    const address = map.recipients.find((one) => one.id === id)?.address ?? null;
    const name = names.recipient(id);
    return address === null ? [...says(name), ...asks(say("ask.requisites", { name }))] : says(`${name}, ${address}`);
  });
}

function abroad(draft: Drafting, purposes: readonly Purpose[]): Value {
  const { say, names, map } = draft;
  const countries = unique(
    purposes.flatMap((purpose) => purpose.recipients.flatMap((id) => countryOf(draft, id) ?? [])),
  ).filter((country) => country !== map.controller.country);
  return countries.length === 0 ? says(say("no")) : says(...countries.map(names.country));
}

function rights({ map, say, names }: Drafting): Value {
  const rightWords = (id: string): string => say(`right.${id as RightKind}`);
  return each(
    map.rights.map(({ id, deadline }) =>
      deadline === null ? rightWords(id) : `${rightWords(id)}: ${names.period(deadline)}`,
    ),
    say("ask.rights"),
  );
}
