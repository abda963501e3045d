import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { audit, policyReport } from "../../src/audit/index.js";
import { draftPolicy } from "../../src/policy/index.js";

const sample = resolve(import.meta.dirname, "../../fixtures/chat-service");
const TODAY = "2026-01-15";

async function judged(policy: string): Promise<string[]> {
  const { result, model } = await audit({ cwd: sample, policy, today: TODAY });
  const report = policyReport(model!, result.findings)!;
  return report.findings
    .map(({ rule, subject, data }) => `${rule} ${String(data?.["problem"] ?? data?.["where"] ?? subject)}`)
    .sort();
}

/** What policies of this kind get wrong, and nothing beside it. */
const FAULTS = [
  "basis/repealed text",
  "consent/implied text-continued-use",
  "consent/implied text-implied",
  "policy/contradiction ads-text",
  "policy/contradiction first-hop-named",
  "policy/contradiction requests",
  "policy/contradiction session-trackers-named",
  "policy/outdated undated",
  "policy/undisclosed responsible",
  "policy/undisclosed terms-condition",
  "policy/undisclosed transfer",
  "policy/undisclosed withdrawal",
  "special/invalid-exemption text",
];

test.each(["conduct.ru.md", "conduct.en.html"])("%s: each fault is found, and no other", async (file) => {
  expect(await judged(join(import.meta.dirname, "golden", file))).toEqual(FAULTS);
});

test.each(["en", "ru"] as const)("a draft of the map in %s tells of all that the sample does", async (language) => {
  const { model, catalog } = await audit({ cwd: sample, today: TODAY });
  const folder = await mkdtemp(join(tmpdir(), "opis-policy-"));
  try {
    const file = join(folder, "policy.md");
    await writeFile(file, draftPolicy(model!.map, { language, catalog }));
    expect(await judged(file)).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("what a map does not say is a question in the draft", async () => {
  const { model, catalog } = await audit({ cwd: resolve(sample, "../rules/policy/missing"), today: TODAY });
  const draft = draftPolicy(model!.map, { language: "en", catalog });
  const questions = draft.match(/\*\*\[QUESTION: [^\]]+\]\*\*/g) ?? [];
  expect(questions).toContain("**[QUESTION: INN and OGRN of the operator?]**");
  expect(questions).toContain("**[QUESTION: which data does this purpose need?]**");
  expect(questions).toContain("**[QUESTION: where are the data stored?]**");
});
