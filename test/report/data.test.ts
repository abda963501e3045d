import { expect, test } from "vitest";
import type { Finding, InventoryField, InventoryRow } from "../../src/model/index.js";
import { formats, renderField } from "../../src/report/index.js";
import { contextOf, findingOf, resultOf } from "./support.js";

function row(id: string, datum?: string): InventoryRow {
  const [source = "", name = ""] = id.split(":");
  const [owner = "", field = ""] = name.split(".");
  return {
    id,
    source,
    owner,
    field,
    file: "a.ts",
    line: 1,
    column: 1,
    kind: "input",
    dataType: "phone",
    category: "contact",
    special: null,
    confidence: "high",
    evidence: [],
    entry: null,
    purposes: [],
    subjects: [],
    retention: [],
    stores: [],
    notPersonal: false,
    ...(datum !== undefined && { datum }),
  };
}

function undeclared(id: string, file: string, line: number, changes: Partial<Finding> = {}): Finding {
  return findingOf({
    subject: id,
    place: { file, line, column: 3 },
    data: { field: id, selector: id, dataType: "phone", category: "contact" },
    ...changes,
  });
}

const ids = ["dto:LeadDto.phone", "form:LeadForm.phone", "prisma:Lead.phone"];

test("findings of one datum stand together at a terminal, and none goes uncounted", () => {
  const findings = [
    undeclared(ids[0]!, "a.ts", 4),
    undeclared(ids[1]!, "b.tsx", 7),
    undeclared(ids[2]!, "c.prisma", 9),
  ];
  const inventory = ids.map((id) => row(id, "lead.phone"));
  const text = formats.terminal.render(resultOf(findings, { inventory }), contextOf());
  expect(text).toContain("dto:LeadDto.phone (phone number) is collected");
  expect(text).toContain("the same datum: b.tsx:7:3, c.prisma:9:3");
  expect(text).not.toContain("form:LeadForm.phone (phone number) is collected");
  expect(text).toContain("1 more, of a datum shown above: form:LeadForm.phone 7:3");
  expect(text).toContain("3 errors in 3 files");
});

test.each([
  ["another datum", row(ids[1]!, "guest.phone"), {}],
  ["no datum", row(ids[1]!), {}],
  ["another rule", row(ids[1]!, "lead.phone"), { rule: "retention/missing" }],
  [
    "something else of it",
    row(ids[1]!, "lead.phone"),
    { data: { field: ids[1]!, selector: ids[1]!, dataType: "email", category: "contact" } },
  ],
])("a finding of %s stands by itself", (_, other, changes) => {
  const findings = [undeclared(ids[0]!, "a.ts", 4), undeclared(ids[1]!, "b.tsx", 7, changes)];
  const text = formats.terminal.render(
    resultOf(findings, { inventory: [row(ids[0]!, "lead.phone"), other] }),
    contextOf(),
  );
  expect(text).not.toContain("the same datum");
  expect(text).not.toContain("shown above");
});

function field(id: string, changes: Partial<InventoryField> = {}): InventoryField {
  return {
    ...row(id),
    place: { file: "a.ts", line: 4, column: 3 },
    type: "string",
    hints: {},
    annotation: null,
    ownerRole: "person",
    evidence: [{ kind: "name", detail: "phone", weight: 65 }],
    confidence: "medium",
    ...changes,
  };
}

test("an explanation names the other places of the datum", () => {
  const twins = Array.from({ length: 14 }, (_, index) =>
    field(`src/${index}.ts#dto:Lead${index}.phone`, { place: { file: `src/${index}.ts`, line: 1, column: 2 } }),
  );
  const topic = { field: field(ids[0]!), row: null, findings: [], mapped: false, twins };
  const text = renderField(topic, contextOf());
  expect(text).toContain("The same datum also stands in\n  src/0.ts:1:2  dto:Lead0.phone (input)\n");
  expect(text).toContain("\n  and 2 more places\n");
  expect(renderField({ ...topic, twins: [] }, contextOf())).not.toContain("same datum");
});

test("a verdict is told as a sum, and why it is less than the sum", () => {
  const topic = { row: null, findings: [], mapped: false, twins: [] };
  expect(renderField({ ...topic, field: field(ids[0]!) }, contextOf())).toMatch(/Together 65 points\.(?!.*experts)/s);
  const capped = field(ids[0]!, { confidence: "low" });
  expect(renderField({ ...topic, field: capped }, contextOf())).toContain("experts differ");
  const dismissed = field(ids[0]!, {
    dataType: null,
    confidence: "high",
    evidence: [
      { kind: "name", detail: "name", weight: 20 },
      { kind: "owner", detail: "goods: product", weight: -60 },
    ],
  });
  const text = renderField({ ...topic, field: dismissed }, contextOf("ru"));
  expect(text).toContain("Не считается персональными данными\n");
  expect(text).toContain("−60  слово «product» показывает, что это запись о товаре");
  expect(text).toContain("В сумме -40 баллов.");
});
