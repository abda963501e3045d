import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { PageAssets } from "./shell.js";

let assets: Promise<PageAssets> | null = null;

/** The page's script and style as the build left them here; made from their sources where there was no build. */
export function loadAssets(): Promise<PageAssets> {
  assets ??= readBuilt().catch(bundled);
  return assets;
}

async function readBuilt(): Promise<PageAssets> {
  const read = (name: string) => readFile(new URL(name, import.meta.url), "utf8");
  const [script, style] = await Promise.all([read("./page.js"), read("./page.css")]);
  return { script, style };
}

async function bundled(reason: unknown): Promise<PageAssets> {
  const sources = new URL("./page/", import.meta.url);
  const isSource = await readFile(new URL("main.tsx", sources)).then(Boolean, () => false);
  if (!isSource) throw reason;
  return (await import("./bundle.js")).bundlePage(fileURLToPath(sources));
}
