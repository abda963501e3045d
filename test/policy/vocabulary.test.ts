import { expect, test } from "vitest";
import { loadCatalog } from "../../src/catalog/index.js";
import type { PolicyWording } from "../../src/model/index.js";
import { findPattern, parsePattern } from "../../src/policy/pattern.js";
import { toWording } from "../../src/policy/vocabulary.js";
import { wordsOf } from "../../src/policy/words.js";

const { policy, dataTypes, recipients } = await loadCatalog();

type Line = Pick<PolicyWording, "en" | "ru" | "unless" | "no"> & { readonly id: string };

const lines: Line[] = [
  ...policy.topics.map((topic) => ({ ...topic, id: `topic ${topic.topic}` })),
  ...policy.wordings.map((wording) => ({ ...wording, id: `${wording.kind} ${wording.value}` })),
];

function isFound(pattern: string, sentence: string): boolean {
  return findPattern(parsePattern(pattern), wordsOf(sentence)) !== null;
}

test("every pattern is found in the sentence that stands beside it", () => {
  const dead = lines.flatMap(({ id, en = {}, ru = {} }) =>
    [...Object.entries(en), ...Object.entries(ru)].flatMap(([pattern, sentence]) =>
      isFound(pattern, sentence) ? [] : [`${id}: ${pattern} | ${sentence}`],
    ),
  );
  expect(dead).toEqual([]);
});

test("no wording is found in the sentences it must not be found in", () => {
  const wrong = lines.flatMap(({ id, en = {}, ru = {}, unless = {}, no = {} }) =>
    [...(no.en ?? []), ...(no.ru ?? [])].flatMap((sentence) =>
      [...Object.keys(en), ...Object.keys(ru)].flatMap((pattern) => {
        const off = [...(unless.en ?? []), ...(unless.ru ?? [])].some((one) => isFound(one, sentence));
        return !off && isFound(pattern, sentence) ? [`${id}: ${pattern} | ${sentence}`] : [];
      }),
    ),
  );
  expect(wrong).toEqual([]);
});

test("what would cancel a wording does not cancel its own examples", () => {
  const cancelled = policy.wordings.flatMap((wording) =>
    [...Object.values(wording.en ?? {}), ...Object.values(wording.ru ?? {})].flatMap((sentence) =>
      toWording(wording).unless.some((pattern) => findPattern(pattern, wordsOf(sentence)))
        ? [`${wording.kind} ${wording.value}: ${sentence}`]
        : [],
    ),
  );
  expect(cancelled).toEqual([]);
});

test("data types and recipients of the vocabulary are those of the catalogue", () => {
  const types = policy.wordings.filter(({ kind }) => kind === "data-type").map(({ value }) => value);
  expect(types.filter((type) => !dataTypes.has(type))).toEqual([]);
  expect(Object.keys(policy.names.recipients).filter((id) => !recipients.has(id))).toEqual([]);
  const implied = Object.entries(policy.names.impliedBy).flatMap(([type, by]) => [type, ...by]);
  expect(implied.filter((type) => !dataTypes.has(type))).toEqual([]);
});
