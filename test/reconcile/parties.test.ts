import { describe, expect, test } from "vitest";
import type { DataMap, InventoryFlow, InventoryRecipient } from "../../src/model/index.js";
import { OwnSites, recipientRows } from "../../src/reconcile/index.js";

const map = { controller: { sites: ["*.shop.co.uk", "https://shop.example/about"] } } as unknown as DataMap;
const place = { file: "a.ts", line: 1, column: 1, endLine: 1, endColumn: 2 };

describe("own sites", () => {
  const own = new OwnSites(map);
  test.each([
    ["shop.co.uk", true],
    ["api.shop.co.uk", true],
    ["shop.example", true],
    // Under one public suffix, and that is all they share.
    ["other.co.uk", false],
    ["shop.co.uk.evil.com", false],
    ["localhost", false],
  ])("%s", (host, mine) => {
    expect(own.has(host)).toBe(mine);
  });

  test("without a map there are none", () => {
    expect(new OwnSites(null).has("shop.co.uk")).toBe(false);
  });
});

test("every recipient comes with what reaches it, hosts of no catalogue among them", () => {
  const flow = (recipient: string, name: string): InventoryFlow => ({
    sink: { kind: "recipient", recipient, callee: "fetch", key: null, place },
    data: [{ field: "type:Lead.phone", name, dataType: "phone", special: null, confidence: "high", steps: [] }],
  });
  const slack: InventoryRecipient = { id: "slack", mentions: [{ how: "package", trace: "@slack/webhook", place }] };
  const rows = recipientRows(
    {
      recipients: [slack],
      flows: [flow("host:api.shop.co.uk", "phone"), flow("slack", "phone"), flow("slack", "phone")],
    },
    map,
  );
  expect(rows.map(({ id, party, data }) => [id, party, data.map(({ field }) => field)])).toEqual([
    ["slack", "third", ["type:Lead.phone"]],
    ["host:api.shop.co.uk", "first", ["type:Lead.phone"]],
  ]);
});
