import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import chromium from "@sparticuz/chromium";
import axe from "axe-core";
import { chromium as browsers, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { audit } from "../../src/audit/index.js";
import { loadCatalog } from "../../src/catalog/index.js";
import type { AuditResult } from "../../src/model/index.js";
import { reportKinds } from "../../src/report/index.js";
import { everything, findingOf, HOSTILE } from "./support.js";

// The page as a browser shows it, opened from disk.

const sample = resolve(import.meta.dirname, "../../fixtures/chat-service-violations");
const catalog = await loadCatalog();
const { result } = await audit({ cwd: sample, today: "2026-01-15" });

let browser: Browser;
let folder: string;
let address: string;
const open: Page[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "opis-page-"));
  address = await written(result, "report.html");
  browser = await browsers.launch({
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"],
  });
}, 120_000);

afterAll(async () => {
  await Promise.all(open.map((page) => page.close()));
  await browser.close();
  await rm(folder, { recursive: true });
});

async function written(of: AuditResult, name: string): Promise<string> {
  const html = await reportKinds.html.render({
    result: of,
    previous: { ...of, findings: of.findings.slice(1), date: "2025-12-01" },
    changes: null,
    catalog,
    language: "en",
    texts: new Map(),
  });
  await writeFile(join(folder, name), html);
  return pathToFileURL(join(folder, name)).href;
}

/** A page at that place, with what went wrong in it. */
async function at(hash: string, options: BrowserContextOptions = {}, url = address) {
  const page = await browser.newPage(options);
  open.push(page);
  const faults: string[] = [];
  const requests: string[] = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(url + hash);
  return { page, faults, requests };
}

/** Goes to a view of the page that is open, and waits for it. */
async function go(page: Page, view: string, url = address): Promise<void> {
  await page.goto(`${url}#${view}`);
  await expect.poll(() => heading(page).getAttribute("id")).toBe(`view-${view}`);
}

const heading = (page: Page) => page.locator("main h2").first();
const VIEWS = "overview findings purposes categories subjects recipients stores fields paths clauses scope".split(" ");

test("opens from disk, asks nothing of the network and breaks none of its own rules", async () => {
  const { page, faults, requests } = await at("");
  for (const view of VIEWS) {
    await page.locator(`nav a[href="#${view}"]`).click();
    await expect.poll(() => heading(page).getAttribute("id")).toBe(`view-${view}`);
    expect(await page.locator("main .view").first().textContent()).not.toBe("");
  }
  expect(faults).toEqual([]);
  expect(requests.filter((url) => url.split("#")[0] !== address)).toEqual([]);
});

test("says the verdict first", async () => {
  const { page } = await at("");
  const errors = result.findings.filter(({ severity }) => severity === "error").length;
  expect(await page.locator(".verdict .said").textContent()).toContain(`${errors} violations have to be mended`);
  expect(await page.locator(".changes").textContent()).toMatch(/Changed since December 1, 2025.*New findings1 finding/);
});

interface Violations {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const found = (await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(tags)} })`)) as Violations;
  return found.violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html}`));
}

test.for(
  VIEWS.flatMap((view) => [
    [view, "light", "en"],
    [view, "dark", "ru"],
  ]),
)("no barrier in %s (%s, %s)", { timeout: 60_000 }, async ([view, colorScheme, language]) => {
  const { page } = await at(`#${view}`, { colorScheme: colorScheme as "light" | "dark" });
  if (language === "ru") await page.locator("button[lang=ru]").click();
  await page.evaluate(
    '[...document.querySelectorAll("main details")].slice(0, 5).forEach((each) => (each.open = true))',
  );
  for (const row of (await page.locator("main .unfold").all()).slice(0, 2)) await row.click();
  expect(await barriers(page)).toEqual([]);
});

test("a narrow screen scrolls only down", async () => {
  const { page } = await at("#overview", { viewport: { width: 320, height: 640 } });
  for (const view of VIEWS) {
    await go(page, view);
    expect(await page.evaluate("document.documentElement.scrollWidth"), view).toBe(320);
  }
  expect(await barriers(page)).toEqual([]);
});

test("speaks the other language at once, and remembers it", async () => {
  const { page } = await at("#purposes");
  await page.getByRole("button", { name: "Русский" }).click();
  expect(await heading(page).textContent()).toBe("Цели обработки");
  expect(await page.locator("html").getAttribute("lang")).toBe("ru");
  expect(await page.title()).toMatch(/^Цели обработки · .* · Персональные данные/);
  expect(await page.locator("#purpose-account").textContent()).toContain(
    "3 года с окончания договора, затем уничтожение",
  );
  await page.reload();
  expect(await heading(page).textContent()).toBe("Цели обработки");
  await page.getByRole("button", { name: "English" }).click();
  expect(await heading(page).textContent()).toBe("Purposes");
});

test("colours follow the system until the reader chooses", async () => {
  const { page } = await at("", { colorScheme: "dark" });
  const ground = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
  const dark = await ground();
  await page.getByLabel("Colours").selectOption("light");
  expect(await ground()).not.toBe(dark);
  await page.emulateMedia({ colorScheme: "light" });
  await page.getByLabel("Colours").selectOption("dark");
  expect(await ground()).toBe(dark);
});

test("a search narrows the fields; the address keeps it, and clearing takes it off", async () => {
  const { page } = await at("#fields");
  const whole = await page.locator("main [role=status]").textContent();
  await page.getByRole("searchbox").fill("session voice");
  await expect.poll(() => page.locator("main tbody tr").count()).toBe(1);
  expect(await page.locator("main tbody th").first().textContent()).toContain("prisma:Session.voiceprint");
  expect(page.url()).toContain("q=session+voice");
  await page.reload();
  expect(await page.locator("main tbody tr").count()).toBe(1);
  await page.getByRole("button", { name: "Clear the filters" }).click();
  expect(await page.locator("main [role=status]").textContent()).toBe(whole);
});

test("findings are chosen by what they are about", async () => {
  const { page } = await at("#purposes");
  const link = page.locator("#purpose-newsletter .has-findings");
  const count = Number.parseInt((await link.textContent())!, 10);
  await link.click();
  await expect.poll(() => page.locator("details.finding").count()).toBe(count);
  await page.getByLabel("Severity").selectOption("warning");
  await expect
    .poll(async () => new Set(await page.locator("details.finding .tag:not(.tag-new)").allTextContents()))
    .toEqual(new Set(["warning"]));
});

test("rows are ordered by a heading, one way and the other", async () => {
  const { page } = await at("#fields");
  const sort = page.getByRole("button", { name: "Field", exact: true });
  const names = () => page.locator("main tbody th").allTextContents();
  await sort.click();
  const up = await names();
  const least = result.inventory.map(({ id }) => id.toLowerCase()).sort()[0]!;
  expect(least.startsWith(up[0]!.toLowerCase().slice(0, 5))).toBe(true);
  expect(up.map((name) => name.toLowerCase())).toEqual(up.map((name) => name.toLowerCase()).sort());
  expect(await page.locator("th[aria-sort]").getAttribute("aria-sort")).toBe("ascending");
  await sort.click();
  expect(await names()).not.toEqual(up);
  expect(await page.locator("th[aria-sort]").getAttribute("aria-sort")).toBe("descending");
});

test("a link leads to one finding, unfolded, wherever it stands", async () => {
  const { fingerprint } = result.findings.find(({ rule }) => rule === "leak/logged")!;
  const { page } = await at(`#finding-${fingerprint}`);
  const finding = page.locator(`#finding-${fingerprint}`);
  await expect.poll(() => finding.getAttribute("open")).not.toBeNull();
  expect(await finding.textContent()).toContain("src/accounts/diagnostics.ts");
  await expect.poll(() => page.evaluate("document.activeElement.parentElement.id")).toBe(`finding-${fingerprint}`);
  const { fingerprint: other } = result.findings.find(({ severity }) => severity === "note")!;
  await page.goto(`${address}#finding-${other}`);
  await expect.poll(() => page.locator(`#finding-${other}`).getAttribute("open")).not.toBeNull();
  await page.goto(`${address}#finding-ffff`);
  await expect.poll(() => page.locator("main").textContent()).toContain("is not in this report");
});

test("a link leads to one field, and from it to its purpose and path", async () => {
  const { page } = await at(`#field-${encodeURIComponent("prisma:Session.voiceprint")}`);
  const detail = page.locator("tr.detail");
  expect(await detail.textContent()).toContain("prisma/schema.prisma");
  await detail.getByRole("link", { name: "where such data come from and go to" }).click();
  await expect.poll(() => heading(page).textContent()).toBe("Path of a datum");
  expect(await page.locator("svg .node-datum .node-title").textContent()).toBe("Biometric data");
});

test("a path leads from where the datum is collected to where it is kept and whom it reaches", async () => {
  const { page } = await at("#path-email");
  const titles = (stage: string) => page.locator(`svg .node-${stage} .node-title`).allTextContents();
  expect(await titles("collected")).toContain("zod:signUpSchema");
  expect(await titles("record")).toContain("prisma:Account");
  expect(await titles("store")).toContain("Main database");
  expect(await titles("recipient")).toEqual(expect.arrayContaining(["Sentry"]));
  expect(await titles("leak")).toContain("Log");
});

test("everything can be done from the keyboard", async () => {
  const { page } = await at("#fields");
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
  await page.keyboard.press("Enter");
  expect(await page.evaluate("document.activeElement.id")).toBe("main");
  await page.keyboard.press("Tab");
  expect(await page.evaluate("document.activeElement.type")).toBe("search");
  await page.keyboard.type("voiceprint");
  await expect.poll(() => page.locator("main tbody tr").count()).toBe(1);
  while ((await page.evaluate("document.activeElement.className")) !== "unfold") await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator("tr.detail").count()).toBe(1);
  await page.keyboard.press("Enter");
  await expect.poll(() => page.locator("tr.detail").count()).toBe(0);
  await page.locator('nav a[href="#stores"]').focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate("document.activeElement.id")).toBe("view-stores");
});

test("goes to paper as a whole, nothing folded, and comes back as it was", async () => {
  const { page } = await at("#stores");
  await page.evaluate('dispatchEvent(new Event("beforeprint"))');
  expect(await page.locator("main > .view").count()).toBe(VIEWS.length - 1);
  expect(await page.locator("details.finding").count()).toBe(result.findings.length);
  expect(await page.locator("details.finding:not([open])").count()).toBe(0);
  await page.evaluate('dispatchEvent(new Event("afterprint"))');
  expect(await page.locator("main > .view").count()).toBe(1);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!;
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
  expect(Number(/\/Count (\d+)/.exec(pdf)![1])).toBeGreaterThan(5);
});

test("nothing from scanned code runs or becomes markup", async () => {
  const attack = `</script><img src=x onerror="window.harmed=1"><svg onload=window.harmed=1>{{harmed}}${HOSTILE}`;
  const bad = findingOf({
    subject: attack,
    place: { file: attack, line: 1, column: 1 },
    data: { field: attack, dataType: "phone", category: attack },
    related: [{ place: { file: attack, line: 1, column: 1 }, role: attack }],
    fingerprint: "0bad",
  });
  const [row] = result.inventory;
  const rows = ["__proto__", "constructor", attack].map((name) => ({
    ...row!,
    ...{ id: `type:${name}.x`, owner: name, field: name, file: name, category: name, purposes: [name], stores: [name] },
    evidence: [{ kind: "name" as const, detail: attack, weight: 3 }],
  }));
  const hostile: AuditResult = {
    ...everything,
    findings: [bad, ...everything.findings],
    inventory: rows,
    recipients: [
      {
        id: attack,
        mentions: [{ how: "host", trace: attack, place: bad.place! }],
        party: "third",
        data: [{ dataType: attack, name: attack, field: null, place: bad.place! }],
      },
    ],
    cookies: [{ name: attack, places: [bad.place!], recipient: attack }],
  };
  const url = await written(hostile, "hostile.html");
  const { page, faults, requests } = await at("", {}, url);
  page.on("dialog", (dialog) => faults.push(dialog.message()));
  for (const view of VIEWS) {
    await go(page, view, url);
    for (const each of await page.locator("main summary, main .unfold").all()) await each.click();
    expect(await page.locator("img, iframe, object, embed, main script, main svg[onload]").count()).toBe(0);
  }
  await page.goto(`${url}#field-${encodeURIComponent("type:__proto__.x")}`);
  await expect.poll(() => page.locator("tr.detail").count()).toBe(1);
  expect(await page.evaluate("window.harmed")).toBeUndefined();
  expect(faults).toEqual([]);
  expect(requests.filter((each) => each.split("#")[0] !== url)).toEqual([]);
});

test("the policy of the page stops what was never meant to be in it", async () => {
  const { page, faults } = await at("");
  await page
    .evaluate(
      `
    const image = document.createElement("img");
    image.src = "https://example.com/pixel.png";
    const style = document.createElement("style");
    style.textContent = "body { color: red }";
    document.body.append(image, style);
    document.body.setAttribute("onclick", "window.harmed = 1");
    document.body.click();`,
    )
    .catch((error: unknown) => faults.push(String(error)));
  await expect.poll(() => faults.length).toBeGreaterThan(1);
  expect(await page.evaluate("window.harmed")).toBeUndefined();
  expect(await page.evaluate("getComputedStyle(document.body).color")).not.toBe("rgb(255, 0, 0)");
});
