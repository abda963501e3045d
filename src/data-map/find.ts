import { stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";

const names = ["opis.yaml", "opis.yml"];

/**
 * The map that governs a folder (or the folder of a file): `opis.yaml`, else `opis.yml`, in it or the nearest folder above, up to and
 * including the root of the git repository or the home folder. Absolute path, or null.
 */
export async function findDataMap(folder: string): Promise<string | null> {
  const start = resolve(folder);
  let current = (await kindOf(start)) === "file" ? dirname(start) : start;
  for (;;) {
    for (const name of names) {
      const file = join(current, name);
      if ((await kindOf(file)) === "file") return file;
    }
    const parent = dirname(current);
    if (parent === current || current === homedir() || (await kindOf(join(current, ".git"))) !== null) return null;
    current = parent;
  }
}

async function kindOf(path: string): Promise<"file" | "folder" | null> {
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch {
    return null;
  }
}
