import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { durationInDays, findDataMap } from "../../src/data-map/index.js";
import { folderWith } from "./support.js";

describe("durationInDays", () => {
  it.each([
    ["P3Y", 1095],
    ["P1M15D", 365 / 12 + 15],
    ["P2W", 14],
    ["P90D", 90],
    ["PT12H", 0.5],
    ["PT24H", 1],
    ["P1DT6H", 1.25],
    ["PT30M", 30 / 1440],
    ["PT0.5H", 0.5 / 24],
    ["PT0,5H", 0.5 / 24],
    ["P0D", 0],
    ["10bd", 14],
    ["session", 0],
  ])("%s", (text, days) => expect(durationInDays(text)).toBeCloseTo(days, 9));

  it.each(["", "P", "PT", "P1", "1Y", "P-1D", "p1y", "P1YT", "0bd", "bd", "10 bd", "forever", `P${"9".repeat(500)}Y`])(
    "%s is none",
    (text) => expect(durationInDays(text)).toBeNull(),
  );
});

describe("findDataMap", () => {
  it("looks in the folder, then above, up to the root of the repository", async () => {
    const root = await folderWith({
      "opis.yaml": "",
      "repo/.git/HEAD": "",
      "repo/a/b/c.ts": "",
      "repo/m/opis.yml": "",
      "repo/m/deep/x.ts": "",
      "repo/n/opis.yml": "",
      "repo/n/opis.yaml": "",
      "plain/a.ts": "",
    });
    await mkdir(join(root, "repo/d/opis.yaml"), { recursive: true });
    expect(await findDataMap(join(root, "repo/a/b"))).toBeNull();
    expect(await findDataMap(join(root, "repo/m/deep"))).toBe(join(root, "repo/m/opis.yml"));
    expect(await findDataMap(join(root, "repo/m/deep/x.ts"))).toBe(join(root, "repo/m/opis.yml"));
    expect(await findDataMap(join(root, "repo/n"))).toBe(join(root, "repo/n/opis.yaml"));
    expect(await findDataMap(join(root, "repo/d"))).toBeNull();
    expect(await findDataMap(join(root, "plain"))).toBe(join(root, "opis.yaml"));
  });
});
