import { describe, expect, test } from "vitest";

import type { Facts } from "../../src/model/index.js";
import { factsOf } from "../support/readers.js";

function inputsOf({ owners }: Facts): string[] {
  return owners.filter(({ source }) => source === "form").flatMap(({ fields }) => fields.map(({ name }) => name));
}

const input = (name: string) => `<input name="${name}">`;

describe.each(["a.html", "a.vue", "a.svelte", "a.component.html", "a.ejs", "a.tsx"])("%s", (file) => {
  const page = (body: string) => {
    const closed = body.replaceAll(/<input ([^>]*)>/g, "<input $1 />");
    if (file.endsWith(".tsx")) return `export const Page = () => <form>${closed}</form>;`;
    return file.endsWith(".vue") ? `<template><form>${closed}</form></template>` : `<form>${closed}</form>`;
  };

  test("an input stands where its name does", async () => {
    const text = page(`\n  ${input("email")}\n`);
    const [owner] = (await factsOf(file, text)).owners.filter(({ source }) => source === "form");
    const { line, column } = owner!.fields[0]!.span;
    expect(text.split("\n")[line - 1]!.slice(column - 1, column + 4)).toBe("email");
  });

  test("a form of many inputs is read whole", async () => {
    const names = Array.from({ length: 3000 }, (_, index) => `field${index}`);
    expect(inputsOf(await factsOf(file, page(names.map(input).join("\n"))))).toEqual(names);
  });

  test("names that objects have of their own are names like any other", async () => {
    const names = ["__proto__", "constructor", "toString"];
    expect(inputsOf(await factsOf(file, page(names.map(input).join(""))))).toEqual(names);
  });
});

describe("what is not well formed", () => {
  test.each([
    ["unclosed.html", "<form><div><label>x<input name=a><p><input name=b"],
    ["tags.njk", `<form>{% if x %}<input name="a">{{ unclosed <input name="b"></form>`],
    ["tags.ejs", `<form><input name="a"><% while (<input name="b">`],
    ["blocks.component.html", `<form>@if (x { <input name="a"> <input name="b"></form>`],
    ["ends.vue", `<template><form></b><input name="a"><input name="b"></template>`],
  ])("is read as far as it goes: %s", async (file, text) => {
    expect(inputsOf(await factsOf(file, text))).toContain("a");
  });

  test.each(["html", "njk", "component.html"])("elements nested beyond reason end (.%s)", async (extension) => {
    const text = `<form>${"<div>".repeat(20_000)}${input("deep")}`;
    const facts = await factsOf(`a.${extension}`, text);
    expect(inputsOf(facts).length + facts.problems.length).toBeGreaterThan(0);
  });

  test("marks of templates that never end cost no more than their number", async () => {
    const text = `<form>${"{{ {% <% ".repeat(50_000)}${input("a")}`;
    const start = performance.now();
    await factsOf("a.njk", text);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe("scripts in pages", () => {
  test("stand at their own offsets", async () => {
    const { owners } = await factsOf("a.html", `<p>x</p>\n<script>\n  localStorage.setItem("token", 1);\n</script>`);
    expect(owners.map(({ source, fields }) => [source, fields[0]!.name, fields[0]!.span.line])).toEqual([
      ["web-storage", "token", 3],
    ]);
  });

  test("that do not parse leave the page readable", async () => {
    const { problems, owners } = await factsOf("a.html", `<script>const = ;</script>${input("email")}`);
    expect(problems).toMatchObject([{ line: 1, fatal: false }]);
    expect(owners.map(({ source }) => source)).toEqual(["form"]);
  });

  test("of data are not code", async () => {
    const { problems } = await factsOf("a.html", `<script type="application/json">{ "a": }</script>${input("cookie")}`);
    expect(problems).toEqual([]);
  });
});
