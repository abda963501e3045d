import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import pacote from "pacote";

/** Public packages that ship their source, pinned; `under` is the part of each that people wrote. */
const PACKAGES = [
  { spec: "@medusajs/dashboard@2.21.2", under: "src" },
  { spec: "@evershop/evershop@2.2.1", under: "src" },
  { spec: "ghost@5.130.6", under: "core" },
];
const SCRIPTS = new Set([".ts", ".tsx", ".js", ".jsx", ".mjs"]);

/**
 * Lays out the scripts of the packages, and nothing else, so that every tool reads the same files.
 * @param {string} folder made when it is not there
 * @returns {Promise<{ files: string[], bytes: number }>} absolute paths
 */
export async function layOut(folder) {
  const files = [];
  let bytes = 0;
  for (const [index, { spec, under }] of PACKAGES.entries()) {
    const unpacked = `${folder}-package-${index}`;
    await pacote.extract(spec, unpacked);
    const entries = await readdir(join(unpacked, under), { recursive: true, withFileTypes: true });
    for (const entry of entries.filter(isScript)) {
      const from = join(entry.parentPath, entry.name);
      const to = join(folder, `part-${index}`, from.slice(unpacked.length + 1));
      await mkdir(dirname(to), { recursive: true });
      await cp(from, to);
      files.push(to);
      bytes += (await readFile(to)).length;
    }
  }
  return { files, bytes };
}

/** @param {import("node:fs").Dirent} entry */
function isScript(entry) {
  const { name, parentPath } = entry;
  const written =
    !/\.d\.[cm]?ts$|\.min\.js$/.test(name) &&
    !/[/\\](?:node_modules|built|dist|test|tests|__tests__)(?:[/\\]|$)/.test(parentPath);
  return entry.isFile() && SCRIPTS.has(extname(name)) && written;
}

/**
 * The same code again and again under other names.
 * @param {string} folder
 * @param {string} copies
 * @param {number} times
 */
export async function repeat(folder, copies, times) {
  for (let copy = 0; copy < times; copy++) await cp(folder, join(copies, `copy-${copy}`), { recursive: true });
}

/** @param {string} file @param {unknown} value */
export async function writeJson(file, value) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(value));
}
