import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keyOf, openFactsCache } from "../../src/scan/facts-cache.js";
import type { ScannedFile } from "../../src/scan/read-one.js";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "opis-cache-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (stamp = "build 1", files = 3) => openFactsCache({ folder, project: "/app" }, stamp, files);

function entry(file: string, text: string) {
  const scanned: ScannedFile = {
    facts: null,
    skipped: [{ file, reason: "generated", detail: text, line: 1, column: 1 }],
  };
  return { file, key: keyOf(file, Buffer.from(text)), scanned };
}

const user = entry("user.ts", "class User {}");
const order = entry("order.ts", "class Order {}");

describe("facts kept between runs", () => {
  test("are found by name and content, and by nothing else", async () => {
    expect((await open()).empty).toBe(true);
    await (await open()).keep([user, order]);
    const cache = await open();
    expect(cache.empty).toBe(false);
    expect(cache.find("user.ts", user.key)).toEqual(user.scanned);
    expect(cache.find("user.ts", keyOf("user.ts", Buffer.from("class User { email }")))).toBeNull();
    expect(keyOf("other.ts", Buffer.from("class User {}"))).not.toBe(user.key);
    expect(cache.find("user.ts", "__proto__")).toBeNull();
  });

  test("are those of one build and catalogue", async () => {
    await (await open()).keep([user]);
    expect((await open("build 2")).find("user.ts", user.key)).toBeNull();
  });

  test("stay for another state of the same files, and are let go after it", async () => {
    const edited = entry("user.ts", "class User { phone }");
    const again = entry("user.ts", "class User { phone; city }");
    await (await open()).keep([user]);
    await (await open()).keep([edited]);
    expect((await open()).find("user.ts", user.key)).toEqual(user.scanned);
    await (await open()).keep([again]);
    expect((await open()).find("user.ts", again.key)).toEqual(again.scanned);
    expect((await open()).find("user.ts", user.key)).toBeNull();
  });

  test("that are damaged are read anew", async () => {
    await (await open()).keep([user]);
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((found) => found.isFile());
    expect(files.length).toBeGreaterThan(0);
    for (const { parentPath, name } of files) await writeFile(join(parentPath, name), '{"stamp":"build 1","entries":');
    const cache = await open();
    expect(cache.find("user.ts", user.key)).toBeNull();
    await cache.keep([user]);
    expect((await open()).find("user.ts", user.key)).toEqual(user.scanned);
  });

  test("of many runs at once are whole", async () => {
    const caches = await Promise.all(Array.from({ length: 8 }, () => open()));
    await Promise.all(caches.map((cache) => cache.keep([user, order])));
    const cache = await open();
    expect(cache.find("user.ts", user.key)).toEqual(user.scanned);
    expect(cache.find("order.ts", order.key)).toEqual(order.scanned);
  });
});
