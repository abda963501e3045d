import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { audit } from "../../src/audit/index.js";
import { loadCatalog } from "../../src/catalog/index.js";
import { compareProcessing } from "../../src/diff/index.js";
import type { AuditResult } from "../../src/model/index.js";
import type { PageData } from "../../src/report/html/page-data.js";
import { pageWords } from "../../src/report/html/words/index.js";
import { reportKinds, type ReportInput } from "../../src/report/index.js";
import { everything, findingOf, HOSTILE, resultOf } from "./support.js";

const catalog = await loadCatalog();
const fixtures = resolve(import.meta.dirname, "../../fixtures");
const violating = (await audit({ cwd: `${fixtures}/chat-service-violations`, today: "2026-01-15" })).result;

function page(result: AuditResult, changes: Partial<ReportInput> = {}): Promise<string> {
  return reportKinds.html.render({
    result,
    previous: null,
    changes: null,
    catalog,
    language: "en",
    texts: new Map(),
    ...changes,
  });
}

function dataIn(html: string): PageData {
  const [, json] = /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(html)!;
  return JSON.parse(json!) as PageData;
}

const inline = (html: string, tag: "script" | "style"): string =>
  new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html)![1]!;

test("one file, whose policy lets in its own script and style by their digests and nothing else", async () => {
  const html = await page(violating);
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)!;
  for (const tag of ["script", "style"] as const) {
    const digest = createHash("sha256").update(inline(html, tag)).digest("base64");
    expect(policy).toContain(`${tag}-src 'sha256-${digest}'`);
  }
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe");
  const frame = html.replace(inline(html, "script"), "").replace(inline(html, "style"), "");
  expect(frame).not.toMatch(/\s(?:src|href|on\w+|style)=/);
  expect(inline(html, "style")).not.toMatch(/url\(\s*["']?(?!#)|@import/);
});

test("holds every fact of the result, and each finding with its place, its law and who acts", async () => {
  const data = dataIn(await page(violating));
  expect(data.findings.map(({ fingerprint }) => fingerprint).sort()).toEqual(
    violating.findings.map(({ fingerprint }) => fingerprint).sort(),
  );
  expect(data.fields).toHaveLength(violating.inventory.length);
  expect(data.coverage).toEqual(violating.coverage);
  const severities = data.findings.map(({ severity }) => ["error", "warning", "note"].indexOf(severity));
  expect(severities).toEqual([...severities].sort());

  const abroad = data.findings.find(({ rule }) => rule === "location/store-abroad")!;
  expect(abroad).toMatchObject({ actor: "officer", about: { stores: ["warehouse"] }, place: { file: "opis.yaml" } });
  const rule = data.rules.find(({ id }) => id === abroad.rule)!;
  expect(rule.law.map((index) => data.law[index]!.id)).toContain("localisation");

  const logged = data.findings.find(({ rule }) => rule === "leak/logged")!;
  expect(logged.actor).toBe("developer");
  expect(logged.steps.length).toBeGreaterThan(0);
  const religion = data.findings.find(({ subject }) => subject === "zod:signUpSchema.religion")!;
  expect(religion.about).toMatchObject({ fields: ["zod:signUpSchema.religion"], purposes: ["account"] });
});

test("a rule's message stands in both languages", async () => {
  const data = dataIn(await page(violating));
  const finding = data.findings.find(({ subject }) => subject === "purposes.partners")!;
  const [en, ru] = data.texts[finding.message]!;
  expect(en).toMatch(/partners/);
  expect(ru).toMatch(/[а-я]/);
  for (const { message, remedy } of data.findings) {
    expect(data.texts[message]![1]).not.toBe("");
    expect(data.texts[remedy]![1]).toMatch(/[а-я]/);
  }
});

test("lines of code are quoted where the texts are at hand", async () => {
  const result = resultOf([
    findingOf({ related: [{ place: { file: "src/a.ts", line: 1, column: 1 }, role: "step" }] }),
  ]);
  const texts = new Map([["src/lead.ts", "\n\n\n  phone: string;\n"]]);
  const [finding] = dataIn(await page(result, { texts })).findings;
  expect(finding!.place!.code).toEqual({ before: "", marked: "phone", after: ": string;" });
  expect(finding!.steps).toMatchObject([{ file: "src/a.ts", code: null, role: ["passed on here", "передано дальше"] }]);
});

test("text from scanned code cannot end the data, and what cannot be seen is shown", async () => {
  const ends = findingOf({ subject: "</script><img src=x onerror=alert(1)><!--", fingerprint: "05" });
  const result = { ...everything, findings: [...everything.findings, ends] };
  const html = await page(result, { language: "ru" });
  expect(html.match(/<\/script>/g)).toHaveLength(2);
  expect(html).not.toMatch(/<img|<!--|\u202e|\u0000|\u001b/);
  const data = dataIn(html);
  expect(data.findings.map(({ subject }) => subject)).toContain(ends.subject);
  expect(JSON.stringify(data)).toContain("\\\\u{202e}");
  expect(HOSTILE).toContain("\u202e");
});

test("a title from the map is text", async () => {
  const declared = { ...violating.declared!, controller: { ...violating.declared!.controller, name: "<b>&</title>" } };
  const html = await page({ ...violating, declared });
  expect(html).toContain("<title>&lt;b&gt;&amp;&lt;/title&gt; ·");
});

test("tells what changed since an earlier result", async () => {
  const [gone, ...others] = violating.findings;
  const extra = findingOf({
    rule: "mapping/stale-entry",
    subject: "Old.entry",
    data: { entry: "Old.entry" },
    fingerprint: "ab",
  });
  const previous: AuditResult = {
    ...violating,
    date: "2025-12-01",
    findings: [...others, extra],
    inventory: violating.inventory.slice(1),
    declared: { ...violating.declared!, purposes: violating.declared!.purposes.slice(1) },
  };
  const changes = compareProcessing({ name: "a", result: previous }, { name: "b", result: violating }, catalog);
  const data = dataIn(await page(violating, { previous, changes }));
  expect(data.changes).toMatchObject({ date: "2025-12-01", fresh: 1, gone: [{ rule: "mapping/stale-entry" }] });
  expect(data.findings.filter(({ fresh }) => fresh).map(({ fingerprint }) => fingerprint)).toEqual([gone!.fingerprint]);
  expect(data.fields.filter(({ fresh }) => fresh).map(({ id }) => id)).toEqual([violating.inventory[0]!.id]);
  expect(data.changes!.processing).toHaveLength(changes.changes.length);
  expect(data.changes!.processing[0]).toMatchObject({ head: [expect.any(String), expect.stringMatching(/[А-Я]/)] });
});

test("says without scripts what it comes to, in both languages", async () => {
  const [, said] = /<noscript>(.*?)<\/noscript>/s.exec(await page(resultOf([findingOf()])))!;
  expect(said).toMatch(/^<p lang="en">.*1 violation has to be mended.*<p lang="ru">.*устранить 1 нарушение/s);
});

test("without a map nothing is judged, and the inventory stays", async () => {
  const { result } = await audit({ cwd: `${fixtures}/chat-service`, map: null, today: "2026-01-15" });
  const data = dataIn(await page(result));
  expect(data).toMatchObject({ map: null, declared: null, findings: [] });
  expect(data.fields.length).toBeGreaterThan(0);
});

test("both languages say the same things with the same placeholders", () => {
  const holes = (phrase: unknown): string[] => [...new Set(JSON.stringify(phrase).match(/\{\w+\}/g) ?? [])].sort();
  for (const [key, phrase] of Object.entries(pageWords.en)) {
    const russian: unknown = pageWords.ru[key as keyof typeof pageWords.ru];
    expect([key, holes(russian)]).toEqual([key, holes(phrase)]);
    if (typeof russian === "object") expect(Object.keys(russian!).sort()).toEqual(["few", "many", "one", "other"]);
  }
});

test("every theme of the rules has a name in the page", async () => {
  const themes = await readdir(resolve(import.meta.dirname, "../../rules"), { withFileTypes: true });
  for (const theme of themes) {
    if (!theme.isDirectory() || ["catalog", "schemas"].includes(theme.name)) continue;
    expect(pageWords.en).toHaveProperty([`theme.${theme.name}`]);
  }
});
