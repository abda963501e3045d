import { expect, test } from "vitest";
import { CheckDefect, defineCheck, RuleError, runChecks, type Check } from "../../src/checks/index.js";
import type { AuditModel, FindingFact, Rule, Suppression, Words } from "../../src/model/index.js";
import { inventoryOf, mapOf, noPointers } from "../support/model.js";
import { reconcile } from "../../src/reconcile/index.js";

const words: Words = { en: "words", ru: "слова" };

function ruleOf(more: Partial<Rule> & Pick<Rule, "id">): Rule {
  return {
    check: more.id,
    parameters: {},
    severity: "error",
    clauses: ["7.2", "7.3"],
    articles: { "152-fz": ["10(1)"], gdpr: ["9(1)"] },
    regimes: ["152-fz", "gdpr"],
    validFrom: null,
    validTo: null,
    source: "test",
    verifiedOn: null,
    title: words,
    message: words,
    explanation: words,
    remedy: words,
    values: {},
    ...more,
  };
}

const fact = (subject: string, line: number | null, file = "a.ts"): FindingFact => ({
  subject,
  place: line === null ? null : { file, line, column: 1 },
});

interface Setting {
  readonly map?: string;
  readonly rules?: readonly Rule[];
  readonly suppressions?: readonly Suppression[];
  readonly model?: Partial<AuditModel>;
}

async function judge(facts: readonly FindingFact[] | (() => never), setting: Setting = {}) {
  const map = await mapOf(setting.map ?? "");
  const rules = setting.rules ?? [ruleOf({ id: "theme/rule" })];
  const inventory = inventoryOf([], { suppressions: setting.suppressions ?? [] });
  const model: AuditModel = {
    inventory,
    map,
    reconciliation: reconcile(inventory, map, { minConfidence: "medium", catalog: { dataTypes: new Map() } }),
    catalog: {
      rules: new Map(rules.map((rule) => [rule.id, rule])),
      dataTypes: new Map(),
      recipients: new Map(),
      law: new Map(),
      owners: {} as AuditModel["catalog"]["owners"],
      names: {} as AuditModel["catalog"]["names"],
      regions: {} as AuditModel["catalog"]["regions"],
      flows: {} as AuditModel["catalog"]["flows"],
      policy: {} as AuditModel["catalog"]["policy"],
      fides: {} as AuditModel["catalog"]["fides"],
    },
    pointers: noPointers,
    policy: { read: false, reason: "undeclared" },
    filed: null,
    skipped: [],
    partial: false,
    regimes: ["152-fz", "gdpr"],
    today: "2026-01-15",
    ...setting.model,
  };
  const check = defineCheck({ id: "theme/rule", run: () => (typeof facts === "function" ? facts() : facts) });
  const picky = defineCheck({
    id: "theme/picky",
    parameters: { type: "object", required: ["words"], properties: { words: { type: "array" } } },
    run: () => [],
  });
  return runChecks(model, new Map<string, Check>([check, picky].map((each) => [each.id, each])));
}

const suppression = (rules: readonly string[], from: number, to = from, reason = "agreed"): Suppression => ({
  rules,
  reason,
  from,
  to,
  place: { file: "a.ts", line: from - 1, column: 1 },
});

test("findings come by file, line, rule and subject, those without a place last", async () => {
  const { findings } = await judge([fact("z", null), fact("b", 2), fact("c", 1, "b.ts"), fact("a", 2), fact("d", 1)]);
  expect(findings.map(({ subject }) => subject)).toEqual(["d", "a", "b", "c", "z"]);
});

test("a fingerprint outlives moved lines and tells equal subjects apart", async () => {
  const before = await judge([fact("a", 1), fact("a", 5), fact("b", 9)]);
  const after = await judge([fact("b", 2), fact("a", 30), fact("a", 70)]);
  const prints = (judged: typeof before) => new Set(judged.findings.map(({ fingerprint }) => fingerprint));
  expect(prints(before).size).toBe(3);
  expect(prints(after)).toEqual(prints(before));
  for (const print of prints(before)) expect(print).toMatch(/^[0-9a-f]{64}$/);
});

test("a suppression covers its lines, its rules and its file, and says why", async () => {
  const { findings, suppressed } = await judge([fact("a", 3), fact("b", 4), fact("c", 3, "b.ts"), fact("d", null)], {
    suppressions: [suppression(["theme/rule"], 3)],
  });
  expect(findings.map(({ subject }) => subject)).toEqual(["b", "c", "d"]);
  expect(suppressed.map(({ finding, reason, by }) => [finding.subject, reason, by?.line])).toEqual([
    ["a", "agreed", 2],
  ]);
});

test("a suppression may name a theme; without a reason, or for another rule, it has no effect", async () => {
  const suppressions = [
    suppression(["theme/*"], 1),
    suppression(["theme/rule"], 2, 2, ""),
    suppression(["theme/rule-two", "the/*"], 3),
  ];
  const { findings } = await judge([fact("a", 1), fact("b", 2), fact("c", 3)], { suppressions });
  expect(findings.map(({ subject }) => subject)).toEqual(["b", "c"]);
});

test("suppressing one finding does not renumber its twins", async () => {
  const facts = [fact("a", 1), fact("a", 5)];
  const all = await judge(facts);
  const rest = await judge(facts, { suppressions: [suppression(["theme/rule"], 1)] });
  expect(rest.findings[0]!.fingerprint).toBe(all.findings[1]!.fingerprint);
});

test("the map changes a severity, or turns a rule off with a reason that stays visible", async () => {
  const milder = await judge([fact("a", 1)], { map: "audit: {rules: {theme/rule: note}}" });
  expect(milder.findings.map(({ severity }) => severity)).toEqual(["note"]);
  const off = await judge([fact("a", 1)], {
    map: "audit: {rules: {theme/rule: {severity: off, because: not ours}}}",
  });
  expect(off.findings).toEqual([]);
  expect(off.suppressed.map(({ finding, reason, by }) => [finding.severity, reason, by?.file])).toEqual([
    ["error", "not ours", "opis.yaml"],
  ]);
});

test("rules apply under their regimes and between their dates, both ends included", async () => {
  const fires = async (rule: Partial<Rule>, model: Partial<AuditModel>) =>
    (await judge([fact("a", 1)], { rules: [ruleOf({ id: "theme/rule", ...rule })], model })).findings.length === 1;
  expect(await fires({ regimes: ["152-fz"] }, { regimes: ["gdpr"] })).toBe(false);
  expect(await fires({ regimes: ["152-fz"] }, { regimes: ["152-fz"] })).toBe(true);
  expect(await fires({ validFrom: "2026-01-15" }, {})).toBe(true);
  expect(await fires({ validFrom: "2026-01-16" }, {})).toBe(false);
  expect(await fires({ validTo: "2026-01-15" }, {})).toBe(true);
  expect(await fires({ validTo: "2026-01-14" }, {})).toBe(false);
});

test("articles are those of the regimes of the audit", async () => {
  const { findings } = await judge([fact("a", 1)], { model: { regimes: ["gdpr"] } });
  expect(findings[0]!.articles).toEqual([{ regime: "gdpr", article: "9(1)" }]);
});

test.for([
  ["", ["7.2", "7.3"]],
  ['policy: {file: p.md, clauses: {"7.2": "5.1"}}', ["5.1", "7.3"]],
  ['policy: {file: p.md, clauses: {theme: "4"}}', ["4"]],
  ['policy: {file: p.md, clauses: {theme: "4", "7.2": "5.1", theme/rule: "6.6"}}', ["6.6"]],
  ['policy: {file: p.md, clauses: {other: "4"}}', ["7.2", "7.3"]],
] as const)("clauses: %s → %s", async ([map, clauses]) => {
  const { findings } = await judge([fact("a", 1)], { map });
  expect(findings[0]!.clauses).toEqual(clauses);
});

test("a check that fails is a defect that names its rule", async () => {
  const failing = judge(() => {
    throw new TypeError("boom");
  });
  await expect(failing).rejects.toThrow(CheckDefect);
  await expect(failing).rejects.toMatchObject({ rule: "theme/rule", cause: { message: "boom" } });
});

test("a rule that names no check, or gives it wrong parameters, is refused by name", async () => {
  const none = judge([], { rules: [ruleOf({ id: "theme/rule", check: "theme/none" })] });
  await expect(none).rejects.toThrow(RuleError);
  await expect(none).rejects.toThrow('rule theme/rule: there is no check "theme/none"');
  const wrong = judge([], { rules: [ruleOf({ id: "theme/picky", parameters: { words: 1 } })] });
  await expect(wrong).rejects.toThrow("rule theme/picky: parameters/words must be array");
});
