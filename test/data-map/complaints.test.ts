import { chmod, mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DataMapError, describeComplaint, formatComplaints, loadDataMap } from "../../src/data-map/index.js";
import { complaintsOf, folderWith, loadFiles, loadText, small } from "./support.js";

/** [what, text of the map, pieces of the complaint in their order] */
type Case = [string, string, ...string[]];

const yaml: Case[] = [
  ["empty", "", "opis.yaml:1:1: is empty", "opis init"],
  ["only comments", "# nothing\n\n", "opis.yaml:1:1: is empty"],
  ["only a document start", "---\n", "opis.yaml:1:1: is empty"],
  ["a sentence", "hello world\n", "opis.yaml:1:1: holds text", "sections such as"],
  ["a list", "- a\n- b\n", "opis.yaml:1:1: holds a list"],
  ["a page of HTML", "<html>\n<body a: b: c>\n", "opis.yaml:2:", "is not valid YAML"],
  ["an unclosed bracket", "version: [1\n", "opis.yaml:2:1: is not valid YAML: Flow sequence"],
  ["an unclosed quote", 'version: "1\n', "is not valid YAML: Missing closing"],
  ["a tab as indentation", "version: 1\ncontroller:\n\tname: N\n", "opis.yaml:3:1: a tab is used", "Replace the tab"],
  ["two documents", `${small()}---\nversion: 1\n`, "opis.yaml:7:1: a second YAML document", "include:"],
  [
    "a key twice",
    `${small()}version: 1\n`,
    "opis.yaml:6:1: version: `version` is written twice; first at opis.yaml:1:1",
  ],
  [
    "an id twice",
    small({ purposes: "\n  a: {title: A}\n  b: {title: B}\n  a: {title: C}" }),
    "opis.yaml:7:3: purposes.a: `a` is written twice; first at opis.yaml:5:3",
  ],
  [
    "a merge key",
    small({ purposes: "\n  a: &a {title: A}\n  b: {<<: *a}" }),
    "opis.yaml:6:7: purposes.b: `<<` is a merge key",
  ],
  ["a list as key", `? [a, b]\n: 1\n`, "opis.yaml:1:3: the key is a list"],
  ["no key", `: 1\n`, "the key is empty"],
  ["a tag of one's own", small({ controller: "!ours {name: N}" }), "opis.yaml:2:13: the tag `!ours`"],
  [
    "an alias without anchor",
    small({ fields: "*all" }),
    "opis.yaml:5:9: fields: the alias `*all` has no anchor `&all`",
  ],
  [
    "an alias within its anchor",
    small({ fields: "&all [*all]" }),
    "opis.yaml:5:15: fields[0]: the alias `*all` stands inside",
  ],
  ["deep brackets", `a: ${"[".repeat(50_000)}`, "opis.yaml:1:", "nested more than 100 levels"],
  ["deep dashes", "- ".repeat(50_000), "opis.yaml:1:", "nested more than 100 levels"],
  [
    "deep indentation",
    Array.from({ length: 500 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n"),
    "nested more than 100",
  ],
];

const shape: Case[] = [
  [
    "a misspelt section",
    small({ purpose: "{}" }),
    "opis.yaml:6:1: purpose: there is no key `purpose`",
    "Correct the key",
  ],
  ["the section it stands for", small({ retentions: "{}" }), "did you mean: retention"],
  [
    "a misspelt key",
    small({ purposes: "{account: {titel: Run}}" }),
    "opis.yaml:4:22: purposes.account.titel: there is no key `titel`",
    "expected: title, clause",
    "did you mean: title",
  ],
  [
    "a misspelt key, which leaves another missing",
    small({ purposes: "{account: {titel: Run}}" }),
    "`title` is missing",
  ],
  ["no version", small({ version: "" }), "opis.yaml:1:1: `version` is missing", "Add `version:`"],
  ["another version", small({ version: "2" }), "opis.yaml:1:10: version: `2` is no version of the format"],
  [
    "text for a section",
    small({ categories: "contact" }),
    "opis.yaml:3:13: categories: is text",
    "expected: a mapping (key: value)",
  ],
  ["a list for a section", small({ purposes: "[a]" }), "opis.yaml:4:11: purposes: is a list", "expected: a mapping"],
  ["a mapping for a list", small({ fields: "{a: b}" }), "opis.yaml:5:9: fields: is a mapping", "expected: a list"],
  ["an empty entry", small({ purposes: "\n  a:" }), "opis.yaml:5:", "purposes.a: is empty", "expected: a mapping"],
  [
    "a field without match",
    small({ fields: "[{category: contact}]" }),
    "opis.yaml:5:10: fields[0]: `match` is missing",
  ],
  [
    "no selector",
    small({ fields: "[{match: []}]" }),
    "opis.yaml:5:18: fields[0].match: is empty",
    "at least one value",
  ],
  ["an empty selector", small({ fields: "[{match: ''}]" }), "opis.yaml:5:18: fields[0].match: is empty"],
  [
    "a date that is none",
    small({ policy: "{file: p.md, effective: 2025-02-30}" }),
    "opis.yaml:6:33: policy.effective: `2025-02-30` is no date",
    "expected: a day that exists",
  ],
  ["a date the other way round", small({ policy: "{file: p.md, effective: 01.09.2025}" }), "`01.09.2025` is no date"],
  [
    "a year for a date",
    small({ policy: "{file: p.md, effective: 2025}" }),
    "policy.effective: is a number",
    "expected: text",
  ],
  ...["3 years", "P", "PT", "P3", "P1.Y", "3y", "P-1D", "10 bd", "0bd", "P1Y2", "PT5D"].map((term): Case => [
    `a duration that is none: ${term}`,
    small({ retention: `{a: {period: ${term}}}` }),
    `opis.yaml:6:25: retention.a.period: \`${term}\` is no duration`,
    "expected: ISO 8601",
  ]),
  [
    "a number for a duration",
    small({ retention: "{a: {period: 3}}" }),
    "retention.a.period: is a number",
    "expected: text",
  ],
  [
    "a country that is none",
    small({ controller: "{name: N, country: XX}" }),
    "opis.yaml:2:32: controller.country: `XX` is no country",
  ],
  ["a common mistake", small({ controller: "{name: N, country: UK}" }), "did you mean: GB"],
  ["a country in small letters", small({ controller: "{name: N, country: ru}" }), "did you mean: RU"],
  [
    "Norway read as a boolean",
    small({ controller: "{name: N, country: false}" }),
    "true or false, not as a country",
    'in quotes: "NO"',
  ],
  [
    "yes for true",
    small({ categories: "{a: {items: [], freeText: yes}}" }),
    "categories.a.freeText: `yes` is text",
    "Write `true`",
  ],
  [
    "a word that is not one of the values",
    small({ subjects: "{u: {kind: registered-user}}" }),
    "opis.yaml:6:22: subjects.u.kind: `registered-user` is not one of the values",
    "expected: contractor, registered_user",
    "did you mean: registered_user",
  ],
  [
    "a wrong id",
    small({ purposes: "{my account: {title: A}}" }),
    'opis.yaml:4:12: purposes["my account"]: `my account` is no id',
  ],
  ["a hidden id", small({ purposes: "{__proto__: {title: A}}" }), "purposes.__proto__: `__proto__` is no id"],
  [
    "a wrong source",
    small({ fields: "[{match: a, source: vk}]" }),
    "fields[0].source: `vk` does not have the right form",
    "recipient:<id>",
  ],
  ["a wrong rule id", small({ audit: "{rules: {leak: note}}" }), "`leak` does not have the right form", "theme/name"],
  [
    "a rule turned off without reason",
    small({ audit: "{rules: {leak/url: off}}" }),
    "`off` cannot stand alone",
    "{ severity, because }",
  ],
  ["a rule with half a setting", small({ audit: "{rules: {leak/url: {severity: off}}}" }), "`because` is missing"],
  [
    "a number below its bound",
    small({ subjects: "{u: {kind: other, count: -1}}" }),
    "`-1` is out of range",
    "expected: >= 0",
  ],
  [
    "a fraction of a person",
    small({ subjects: "{u: {kind: other, count: 1.5}}" }),
    "is a number",
    "expected: a whole number",
  ],
  [
    "null where text is due",
    small({ controller: '{name: , country: "RU"}' }),
    "controller.name: is empty",
    "expected: text",
  ],
];

describe("complaints of the YAML", () => {
  it.each(yaml)("%s", async (_what, text, ...pieces) => expectPieces(await complaintsOf(text), pieces));
});

describe("complaints of the shape", () => {
  it.each(shape)("%s", async (_what, text, ...pieces) => expectPieces(await complaintsOf(text), pieces));
});

function expectPieces(text: string, pieces: readonly string[]): void {
  for (const piece of pieces) expect(text).toContain(piece);
}

describe("all complaints", () => {
  it("come at once, ordered by place", async () => {
    const text = small({
      controller: "{name: N, country: XX}",
      retention: "{a: {period: long, action: burn}}",
      cookies: "{sid: {party: both, kind: necessary, lifetime: session}}",
      fields: "[{match: a, purpose: [account]}]",
    });
    const lines = (await complaintsOf(text)).split("\n").filter((line) => !line.startsWith(" "));
    expect(lines).toEqual([
      "opis.yaml:2:32: controller.country: `XX` is no country code",
      "opis.yaml:5:21: fields[0].purpose: there is no key `purpose` here",
      "opis.yaml:6:25: retention.a.period: `long` is no duration",
      "opis.yaml:6:39: retention.a.action: `burn` is not one of the values",
      "opis.yaml:7:24: cookies.sid.party: `both` is not one of the values",
    ]);
  });

  it("speak Russian too, without leaving a hole", async () => {
    for (const [, text] of [...yaml, ...shape]) {
      const error = await loadText(text).then(
        () => null,
        (reason: unknown) => reason as DataMapError,
      );
      expect(error).toBeInstanceOf(DataMapError);
      for (const language of ["en", "ru"] as const) {
        expect(formatComplaints(error!.complaints, language)).not.toMatch(/\{(?!key|severity)\w+\}|@\w/);
      }
      expect(error!.complaints.map((each) => describeComplaint(each, "ru").remedy).join()).toMatch(/[а-я]/);
    }
  });
});

describe("files that cannot be read as a map", () => {
  it("is not there", async () => {
    expect(await complaintsOf({})).toContain("opis.yaml:1:1: there is no such file");
  });

  it("is a folder", async () => {
    expect(await complaintsOf({ "opis.yaml/a": "" })).toContain("opis.yaml:1:1: is a folder, not a file");
  });

  it("may not be read", async () => {
    const root = await folderWith({ "opis.yaml": small() });
    await chmod(join(root, "opis.yaml"), 0);
    const outcome = loadDataMap(join(root, "opis.yaml"), { root });
    // Root reads everything.
    if (process.getuid?.() === 0) await expect(outcome).resolves.toBeDefined();
    else await expect(outcome).rejects.toThrow("opis.yaml:1:1: cannot be read (EACCES)");
  });

  it("is too large, and is told so before it is read", async () => {
    const started = performance.now();
    const complaint = await complaintsOf({ "opis.yaml": new Uint8Array(50_000_000).fill(35) });
    expect(complaint).toContain("opis.yaml:1:1: is 50 MB long");
    expect(complaint).toContain("expected: at most 5 MB a file");
    expect(complaint).toContain("include:");
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it.each([
    ["binary", Buffer.from("version: 1\n\u0000\u0001"), "opis.yaml:2:1: holds binary data"],
    [
      "Latin-1",
      Buffer.from([...Buffer.from("version: 1\nname: "), 0xe9, 0x0a]),
      "opis.yaml:2:7: is not valid UTF-8 here",
    ],
    ["UTF-16", Buffer.from("\ufeffversion: 1", "utf16le"), "opis.yaml:1:1: is not valid UTF-8 here"],
  ])("is %s", async (_what, bytes, expected) => {
    expect(await complaintsOf({ "opis.yaml": bytes })).toContain(expected);
  });

  it("names a file outside the root by its full path", async () => {
    const root = await folderWith({ "map/opis.yaml": "a: [", "code/a.ts": "" });
    const outcome = loadDataMap(join(root, "map/opis.yaml"), { root: join(root, "code") });
    await expect(outcome).rejects.toThrow(`${root}/map/opis.yaml:1:5`);
  });
});

describe("alias bombs", () => {
  it("are complained of at once", async () => {
    const levels = "bcdefghijk".split("");
    const bomb = levels.map(
      (name, index) => `  ${name}: &${name} [${`*${index ? levels[index - 1] : "a"},`.repeat(9)}]`,
    );
    const started = performance.now();
    const text = await complaintsOf(`a: &a [${"lol,".repeat(9)}]\nx:\n${bomb.join("\n")}\n`);
    expect(text).toMatch(/^opis\.yaml:\d+:\d+: x\.[a-k]\[\d\]: aliases unfold to more than 100000 values/);
    expect(text.match(/unfold/g)).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("include", () => {
  const main = small({ include: "[maps/*.yaml]", fields: "", purposes: "" });

  it("joins sections and lists, each entry keeping its own place", async () => {
    const map = await loadFiles({
      "opis.yaml": small({ include: "[maps/*.yaml]", fields: "[{match: A.a}]" }),
      "maps/one.yaml": "purposes:\n  one: {title: One}\nfields:\n  - {match: B.b, category: nowhere}\n",
      "maps/two.yaml": "fields: [{match: C.c}]\nnotPersonal: [{match: D.d, because: no}]\naudit: {exclude: [x]}\n",
    });
    expect(map.files).toEqual(["opis.yaml", "maps/one.yaml", "maps/two.yaml"]);
    expect(map.fields.map(({ match, place }) => `${match[0]} ${place.file}:${place.line}:${place.column}`)).toEqual([
      "A.a opis.yaml:5:10",
      "B.b maps/one.yaml:4:5",
      "C.c maps/two.yaml:1:10",
    ]);
    expect([...map.purposes.keys()]).toEqual(["account", "one"]);
    expect(map.audit.exclude).toEqual(["x"]);
    expect(map.unresolved).toMatchObject([{ path: "fields[0].category", place: { file: "maps/one.yaml", line: 4 } }]);
  });

  it("goes on into files that include others, and reads each once", async () => {
    const map = await loadFiles({
      "opis.yaml": small({ include: "[a.yaml, b.yaml]" }),
      "a.yaml": "include: [c.yaml]",
      "b.yaml": "include: [c.yaml]",
      "c.yaml": "fields: [{match: A.a}]",
    });
    expect(map.files).toEqual(["opis.yaml", "a.yaml", "c.yaml", "b.yaml"]);
    expect(map.fields).toHaveLength(1);
  });

  it.each<[string, Record<string, string>, ...string[]]>([
    [
      "an id defined twice",
      { "opis.yaml": small({ include: "[a.yaml]" }), "a.yaml": "purposes:\n  account: {title: Again}" },
      "a.yaml:2:3: purposes.account: `account` is defined here and at opis.yaml:4:12",
    ],
    [
      "a setting given twice",
      { "opis.yaml": small({ include: "[a.yaml]" }), "a.yaml": "controller: {name: Other}" },
      "a.yaml:1:14: controller.name: `name` is defined here and at opis.yaml:2:14",
    ],
    [
      "no such file",
      { "opis.yaml": small({ include: "[b/*.yaml]" }) },
      "opis.yaml:6:11: include[0]: `b/*.yaml` matches no file",
    ],
    [
      "a cycle",
      { "opis.yaml": small({ include: "[a.yaml]" }), "a.yaml": "include: [opis.yaml]" },
      "a.yaml:1:11: include[0]: `opis.yaml` includes opis.yaml",
    ],
    [
      "itself",
      { "opis.yaml": small({ include: '["*.yaml"]' }) },
      "opis.yaml:6:11: include[0]: `*.yaml` includes opis.yaml",
    ],
    ["a way out", { "opis.yaml": small({ include: "[../other.yaml]" }) }, "`../other.yaml` leads out of the folder"],
    ["a hidden way out", { "opis.yaml": small({ include: '["*/../../other.yaml"]' }) }, "leads out of the folder"],
    ["an absolute path", { "opis.yaml": small({ include: "[/etc/passwd]" }) }, "`/etc/passwd` leads out of the folder"],
    [
      "mistakes of several files",
      { "opis.yaml": small({ include: "[a.yaml, b.yaml]" }), "a.yaml": "a: [", "b.yaml": "a: 1\na: 2" },
      "a.yaml:1:5: is not valid YAML",
      "b.yaml:2:1: a: `a` is written twice; first at b.yaml:1:1",
    ],
    [
      "a mistake of shape",
      { "opis.yaml": main, "maps/a.yaml": "purposes:\n  a: {}\nfields: []" },
      "maps/a.yaml:2:6: purposes.a: `title` is missing",
    ],
  ])("%s", async (_what, files, ...pieces) => expectPieces(await complaintsOf(files), pieces));

  it("follows no link out of the root", async () => {
    const root = await folderWith({ "root/opis.yaml": small({ include: "[link.yaml]" }), "secret.yaml": "fields: []" });
    await symlink(join(root, "secret.yaml"), join(root, "root/link.yaml"));
    const outcome = loadDataMap(join(root, "root/opis.yaml"), { root: join(root, "root") });
    await expect(outcome).rejects.toThrow("`link.yaml` leads out of the folder");
  });

  it("may split a map that is kept outside the code", async () => {
    const root = await folderWith({
      "map/opis.yaml": small({ include: "[more.yaml]" }),
      "map/more.yaml": "fields: [{match: A.a}]",
    });
    await mkdir(join(root, "code"));
    const map = await loadDataMap(join(root, "map/opis.yaml"), { root: join(root, "code") });
    expect(map.files).toEqual([`${root}/map/opis.yaml`, `${root}/map/more.yaml`]);
  });
});
