import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadDataMap } from "../../src/data-map/index.js";
import { loadText, small } from "./support.js";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Values of the loaded map without places and paths, Maps as objects. */
function values(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, values(item)]));
  if (Array.isArray(value)) return value.map(values);
  if (value === null || typeof value !== "object") return value;
  const kept = Object.entries(value).filter(([key]) => key !== "place" && key !== "path");
  return Object.fromEntries(kept.map(([key, item]) => [key, values(item)]));
}

describe("a map that uses every key", () => {
  const load = () => loadDataMap(`${here}full.yaml`, { root: here });

  it("arrives whole", async () => {
    expect(values(await load())).toMatchSnapshot();
  });

  it("leaves no value at its default, so that the snapshot shows every key", async () => {
    const map = await load();
    const { controller, subjects, categories, purposes, stores, fields, recipients, cookies } = map;
    const first = <Value>(entries: ReadonlyMap<string, Value>): Value => entries.values().next().value!;
    for (const entry of [
      controller,
      ...[subjects, categories, stores, recipients, cookies].map((each) => first<object>(each)),
    ]) {
      expect(Object.entries(entry).filter(([, value]) => value === null)).toEqual([]);
    }
    expect(Object.entries(first(purposes)).filter(([, value]) => value === null)).toEqual([]);
    expect(Object.entries(fields[0]!).filter(([, value]) => value === null)).toEqual([]);
  });

  it("mentions every property of the schema", async () => {
    const schema = JSON.parse(await readFile(`${here}../../rules/schemas/datamap.schema.json`, "utf8")) as object;
    const text = await readFile(`${here}full.yaml`, "utf8");
    const missing = propertiesOf(schema).filter(([name]) => name !== "include" && !text.includes(`${name}:`));
    expect(missing).toEqual([]);
  });

  it("describes every property for editors", async () => {
    const schema = JSON.parse(await readFile(`${here}../../rules/schemas/datamap.schema.json`, "utf8")) as object;
    const properties = propertiesOf(schema);
    expect(properties.length).toBeGreaterThan(150);
    expect(properties.filter(([, property]) => !property.description).map(([name]) => name)).toEqual([]);
  });

  it("gives each entry the place of its key or item", async () => {
    const map = await load();
    expect(map.purposes.get("ads")).toMatchObject({
      place: { file: "full.yaml", line: 64, column: 3 },
      path: "purposes.ads",
    });
    expect(map.fields[0]).toMatchObject({ place: { line: 105, column: 5 }, path: "fields[0]" });
    expect(map.purposes.get("account")!.bases[0]).toMatchObject({
      path: "purposes.account.bases[0]",
      place: { line: 58, column: 13 },
    });
    expect(map.cookies.get("_ym_*")).toMatchObject({ path: 'cookies["_ym_*"]' });
    expect(map.files).toEqual(["full.yaml"]);
  });
});

type Property = { description?: string };

function propertiesOf(schema: object): [string, Property][] {
  return Object.entries(schema).flatMap(([key, value]): [string, Property][] => {
    if (value === null || typeof value !== "object") return [];
    const inner = propertiesOf(value as object);
    return key === "properties" ? [...(Object.entries(value as object) as [string, Property][]), ...inner] : inner;
  });
}

describe("the smallest map", () => {
  it("is strict: absent sections are empty, absent values null", async () => {
    expect(values(await loadText(small()))).toMatchSnapshot();
  });

  it("may leave to the rules what the rules ask for", async () => {
    const map = await loadText(
      small({
        retention: "{a: {period: }, b: {}}",
        fields: "[{match: User.email}]",
        cookies: "",
        recipients: "\n  # none yet",
      }),
    );
    expect(map.retention.get("a")).toMatchObject({ period: null, start: null, action: null });
    expect(map.fields[0]).toMatchObject({ match: ["User.email"], category: null, purposes: [] });
    expect(map.purposes.get("account")!.bases).toEqual([]);
    expect(map.recipients.size).toBe(0);
  });

  it("accepts a byte-order mark and Windows line ends, and counts columns without them", async () => {
    const map = await loadText(`\ufeff${small().replaceAll("\n", "\r\n")}`);
    expect(map.controller.place).toEqual({ file: "opis.yaml", line: 2, column: 1 });
  });

  it("takes numbers where text is meant, as written", async () => {
    const map = await loadText(small({ controller: '{name: 007, country: "RU", inn: 0012345678}' }));
    expect(map.controller).toMatchObject({ name: "007", inn: "0012345678" });
  });

  it("reads NO as Norway", async () => {
    expect((await loadText(small({ controller: "{name: N, country: NO}" }))).controller.country).toBe("NO");
    const old = `%YAML 1.1\n---\n${small({ controller: "{name: N, country: NO}" })}`;
    expect((await loadText(old)).controller.country).toBe("NO");
  });

  it("resolves aliases", async () => {
    const map = await loadText(
      small({ categories: "{a: &a {items: [email]}, b: *a}", purposes: "{p: {title: &t T}, q: {title: *t}}" }),
    );
    expect(map.categories.get("b")!.items).toEqual(["email"]);
    expect(map.purposes.get("q")!.title).toBe("T");
  });

  it("is safe from names that mean something to JavaScript", async () => {
    const map = await loadText(
      small({
        categories: "{constructor: {items: [toString]}}",
        cookies: "{__proto__: {party: first, kind: necessary, lifetime: session}}",
      }),
    );
    expect([...map.categories.keys()]).toEqual(["constructor"]);
    expect(map.cookies.get("__proto__")!.lifetime).toBe("session");
    expect(({} as Record<string, unknown>)["lifetime"]).toBeUndefined();
  });
});

describe("references to ids that nothing defines", () => {
  const unresolved = async (sections: Record<string, string>) =>
    (await loadText(small(sections), { dataTypes: ["email", "phone"], rules: ["leak/url"] })).unresolved.map(
      ({ section, value, nearest, path, place }) =>
        `${place.line}:${place.column} ${path} ${section}=${value} near ${nearest}`,
    );

  it.each([
    [{ fields: "[{match: a, category: contct}]" }, "5:31 fields[0].category categories=contct near contact"],
    [{ fields: "[{match: a, purposes: [acount]}]" }, "5:32 fields[0].purposes[0] purposes=acount near account"],
    [{ fields: "[{match: a, item: emial}]" }, "5:27 fields[0].item dataTypes=emial near email"],
    [{ fields: "[{match: a, subjects: [user]}]" }, "5:32 fields[0].subjects[0] subjects=user near null"],
    [{ fields: "[{match: a, store: main}]" }, "5:28 fields[0].store stores=main near null"],
    [{ fields: "[{match: a, retention: x}]" }, "5:32 fields[0].retention retention=x near null"],
    [{ fields: "[{match: a, source: recipient:vk}]" }, "5:29 fields[0].source recipients=vk near null"],
    [{ categories: "{contact: {items: [emale]}}" }, "3:32 categories.contact.items[0] dataTypes=emale near email"],
    [
      { purposes: "{account: {title: T, retention: {contact: r}}}" },
      "4:53 purposes.account.retention.contact retention=r near null",
    ],
    [
      { purposes: "{account: {title: T, retention: {contacts: r}}, }", retention: "{r: {}}" },
      "4:44 purposes.account.retention.contacts categories=contacts near contact",
    ],
    [
      { purposes: "{account: {title: T, recipients: [r]}}" },
      "4:45 purposes.account.recipients[0] recipients=r near null",
    ],
    [
      { cookies: "{sid: {party: first, kind: necessary, lifetime: session, consent: c}}" },
      "6:76 cookies.sid.consent consents=c near null",
    ],
    [{ rights: "{access: {entry: a.ts, reaches: [main]}}" }, "6:42 rights.access.reaches[0] stores=main near null"],
    [{ audit: "{rules: {leak/ulr: note}}" }, '6:17 audit.rules["leak/ulr"] rules=leak/ulr near leak/url'],
    [
      { categories: "{contact: {items: [email], clause: 3.10}}" },
      "3:48 categories.contact.clause clause=3.10 near null",
    ],
    [{ policy: "{file: a.md, clauses: {special: 7.2}}" }, "6:41 policy.clauses.special clause=7.2 near null"],
  ])("%o", async (sections, expected) => {
    expect(await unresolved(sections as Record<string, string>)).toEqual([expected]);
  });

  it("keeps the clause as written", async () => {
    const map = await loadText(small({ purposes: "{account: {title: T, clause: 3.10}}" }));
    expect(map.purposes.get("account")!.clause).toBe("3.10");
  });

  it("asks the map's own settings for further data types", async () => {
    const asked: string[][] = [];
    const map = await loadText(small({ audit: "{dataTypes: [own.yaml]}" }), {
      dataTypes: ({ dataTypes }) => {
        asked.push([...dataTypes]);
        return Promise.resolve(["email"]);
      },
    });
    expect(asked).toEqual([["own.yaml"]]);
    expect(map.unresolved).toEqual([]);
  });
});
