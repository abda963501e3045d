import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCatalog } from "../../src/catalog/index.js";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "opis-rules-"))));
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string) {
  const file = join(folder, "rule.yaml");
  await writeFile(file, text);
  const { rules } = await loadCatalog({ rules: [file] });
  return rules;
}

const complaintOf = (text: string) =>
  read(text).then(
    () => "none",
    (error: Error) => error.message.replace(folder, ""),
  );

test("a rule of conditions becomes a rule like any other", async () => {
  const rules = await read("id: house/short\ntitle: Short\nforbid: cookie\nwhere: {lifetimeDays: {above: 30}}\n");
  expect(rules.get("house/short")).toMatchObject({
    check: "custom/forbidden",
    severity: "error",
    parameters: { forbid: "cookie", where: [{ lifetimeDays: { above: 30 } }], unless: [] },
    title: { en: "Short", ru: "Short" },
  });
});

test("the full form that shipped rules have is read as well", async () => {
  const words = "{en: a, ru: a}";
  const rules = await read(
    `id: house/full\ncheck: special/exempted\nparameters: {kind: special, specials: [genetic]}\nseverity: note\nsource: own\ntitle: ${words}\nmessage: ${words}\nexplanation: ${words}\nremedy: ${words}\n`,
  );
  expect(rules.get("house/full")?.check).toBe("special/exempted");
});

describe("complaints name the place and what would be right", () => {
  test.each([
    [
      "a property that the thing does not have",
      "id: house/a\ntitle: A\nforbid: cookie\nwhere:\n  lifetime: P1Y\n",
      '/rule.yaml:5:3: where must NOT have additional properties: "lifetime"; there are name, recipient, declared, party, cookieKind, lifetimeDays, holdsPersonalData, file',
    ],
    [
      "a thing that is none",
      "id: house/a\ntitle: A\nforbid: cookies\n",
      "/rule.yaml:3:9: forbid must be equal to one of the allowed values: field, flow, recipient, cookie, store",
    ],
    [
      "a comparison with a text",
      "id: house/a\ntitle: A\nforbid: cookie\nunless: {lifetimeDays: {above: P1Y}}\n",
      "/rule.yaml:4:32: unless.lifetimeDays.above must be number",
    ],
    ["no title", "id: house/a\nforbid: cookie\n", "/rule.yaml:1:1: file must have required property 'title'"],
    ["a key given twice", "id: house/a\nid: house/b\n", "/rule.yaml:2:1: Map keys must be unique"],
  ])("%s", async (_, text, complaint) => {
    expect(await complaintOf(text)).toContain(complaint);
  });

  test("a file that is not there", async () => {
    await expect(loadCatalog({ rules: [join(folder, "none.yaml")] })).rejects.toThrow(/none\.yaml:1:1: cannot be read/);
  });
});
