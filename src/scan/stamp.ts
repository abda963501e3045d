import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Catalog } from "../model/index.js";
import { readBuildRecord } from "./build-record.js";

const manifest = new URL("../../package.json", import.meta.url);

/** What facts depend on beside the files: this build, its dependencies, the runtime and the catalogue. Null where the build is unknown. */
export async function stampOf(catalog: Catalog): Promise<string | null> {
  const build = await readBuildRecord();
  if (!build) return null;
  return createHash("sha256")
    .update(JSON.stringify([build.hash, process.version, await dependencies()]))
    .update(JSON.stringify(catalog, (_, value: unknown) => (value instanceof Map ? [...value] : value)))
    .digest("hex");
}

/** Versions of the packages that are really installed: ranges let them differ from those of the build. */
async function dependencies(): Promise<(string | null)[]> {
  const { dependencies = {} } = JSON.parse(await readFile(manifest, "utf8")) as {
    dependencies?: Record<string, string>;
  };
  const folders = createRequire(manifest).resolve.paths("x") ?? [];
  return Promise.all(Object.keys(dependencies).map((name) => versionOf(name, folders)));
}

async function versionOf(name: string, folders: readonly string[]): Promise<string | null> {
  for (const folder of folders) {
    const text = await readFile(join(folder, name, "package.json"), "utf8").catch(() => null);
    if (text !== null) return `${name}@${(JSON.parse(text) as { version: string }).version}`;
  }
  return null;
}

/** The stamp that facts carry to another machine. */
export async function factsStamp(catalog: Catalog): Promise<string> {
  return (await stampOf(catalog)) ?? "unbuilt";
}
