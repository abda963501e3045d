import { readdir } from "node:fs/promises";
import type { Check } from "./check.js";

let loaded: Promise<ReadonlyMap<string, Check>> | null = null;

/** Every check, found by its presence in a theme's folder. */
export function loadChecks(): Promise<ReadonlyMap<string, Check>> {
  return (loaded ??= load());
}

async function load(): Promise<Map<string, Check>> {
  const root = new URL("./", import.meta.url);
  const themes = (await readdir(root, { withFileTypes: true })).filter(
    (entry) => entry.isDirectory() && entry.name !== SHARED,
  );
  const checks = await Promise.all(themes.map(({ name }) => loadTheme(new URL(`${name}/`, root), name)));
  return new Map(checks.flat().map((check) => [check.id, check]));
}

/** Helpers of several checks. */
const SHARED = "shared";

async function loadTheme(folder: URL, theme: string): Promise<Check[]> {
  const files = (await readdir(folder)).filter((name) => /(?<!\.d)\.[jt]s$/.test(name)).sort();
  return Promise.all(
    files.map(async (file) => {
      const check = ((await import(new URL(file, folder).href)) as { default: Check }).default;
      const id = `${theme}/${file.slice(0, -3)}`;
      if (check.id !== id) throw new Error(`check in ${id} calls itself "${check.id}"`);
      return check;
    }),
  );
}
