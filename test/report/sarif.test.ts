import { createRequire } from "node:module";
import Ajv04 from "ajv-draft-04";
import formats from "ajv-formats";
import type { Log } from "sarif";
import { expect, test } from "vitest";
import { renderSarif } from "../../src/report/sarif.js";
import { contextOf, everything, findingOf, resultOf } from "./support.js";

const schema = createRequire(import.meta.url)("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json") as object;
const ajv = new Ajv04.default({ allErrors: true, strict: false, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(schema);

const sarif = (...given: Parameters<typeof renderSarif>) => JSON.parse(renderSarif(...given)) as Log;

test.for(["en", "ru"] as const)("is valid by the published schema (%s)", (language) => {
  validate(sarif(everything, contextOf(language)));
  expect(validate.errors ?? []).toEqual([]);
});

test("a clean result is valid too", () => {
  validate(sarif(resultOf([]), contextOf()));
  expect(validate.errors ?? []).toEqual([]);
});

test("says of a finding what GitHub code scanning asks for", () => {
  const [run] = sarif(resultOf([findingOf()]), contextOf()).runs;
  const [result] = run!.results!;
  expect(result).toMatchObject({
    ruleId: "mapping/undeclared-field",
    ruleIndex: 0,
    level: "error",
    partialFingerprints: { "opisFingerprint/v1": "00ff" },
  });
  expect(result!.message.text).toContain("type:Lead.phone");
  expect(result!.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: "src/lead.ts", uriBaseId: "%SRCROOT%" },
        region: { startLine: 4, startColumn: 3, endLine: 4, endColumn: 8 },
      },
    },
  ]);
  const [rule] = run!.tool.driver.rules!;
  expect(rule).toMatchObject({ id: "mapping/undeclared-field", name: "MappingUndeclaredField" });
  expect(rule!.help!.markdown).toContain("152-FZ art.");
  expect(rule!.properties!.tags).toContain("privacy");
});

test("paths count from the repository and are URIs", () => {
  const result = resultOf([findingOf({ place: { file: "app/[id]/a b#c?.ts", line: 1, column: 1 } })]);
  const [run] = sarif(result, contextOf("en", { repositoryPath: "packages/web/" })).runs;
  const { uri } = run!.results![0]!.locations![0]!.physicalLocation!.artifactLocation!;
  expect(uri).toBe("packages/web/app/%5Bid%5D/a%20b%23c%3F.ts");
});

test("a finding without a place stands at the head of the map", () => {
  const [run] = sarif(resultOf([findingOf({ place: null })]), contextOf()).runs;
  expect(run!.results![0]!.locations![0]!.physicalLocation).toMatchObject({
    artifactLocation: { uri: "opis.yaml" },
    region: { startLine: 1 },
  });
});

test("what is suppressed is told as such, by comment or by map, with the reason", () => {
  const [run] = sarif(everything, contextOf()).runs;
  const suppressed = run!.results!.flatMap(({ suppressions = [] }) => suppressions);
  expect(suppressed.map(({ kind }) => kind)).toEqual(["inSource", "external"]);
  expect(suppressed[0]!.justification).toBe("until the move");
});

test("files that were not read are notifications", () => {
  const [run] = sarif(everything, contextOf()).runs;
  const notes = run!.invocations![0]!.toolExecutionNotifications!;
  expect(notes.map(({ locations }) => locations![0]!.physicalLocation!.artifactLocation!.uri)).toEqual([
    "src/%5Bid%5D/broken%20page.ts",
    "src/old.ts",
    "dist/x.min.js",
  ]);
});

test("nothing from the code becomes a link", () => {
  expect(renderSarif(everything, contextOf())).not.toContain("](javascript");
});

test("a value that leaves is followed from each source to where it leaves", () => {
  const at = (line: number) => ({ file: "src/a.ts", line, column: 1 });
  const finding = findingOf({
    place: at(9),
    related: [
      { place: at(1), role: "source" },
      { place: at(5), role: "step" },
      { place: at(2), role: "source" },
      { place: { file: "opis.yaml", line: 4, column: 1 }, role: "entry" },
    ],
  });
  const log = sarif(resultOf([finding]), contextOf("ru"));
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  const flows = log.runs[0]!.results![0]!.codeFlows!.map(({ threadFlows }) =>
    threadFlows[0]!.locations.map(({ location }) => location!.physicalLocation!.region!.startLine),
  );
  expect(flows).toEqual([
    [1, 5, 9],
    [2, 9],
  ]);
  const related = log.runs[0]!.results![0]!.relatedLocations!;
  expect(related.map(({ message }) => message!.text)).toContain("запись карты данных");
});
