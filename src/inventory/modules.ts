import { posix } from "node:path";

/** Finds the file behind a module name. Works on the files of the audit alone: nothing is read from disk, nothing outside is followed. */
export interface ModuleResolver {
  resolve(from: string, module: string): string | null;
}

const ENDINGS = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".vue", ".svelte"];
/** TypeScript sources are imported under the name of their output. */
const OUTPUT_ENDING = /\.([mc]?)js(x?)$/;

export function createModuleResolver(files: ReadonlySet<string>): ModuleResolver {
  const cache = new Map<string, string | null>();
  return {
    resolve(from, module) {
      if (!module.startsWith(".")) return null;
      const path = posix.normalize(posix.join(posix.dirname(from), module));
      let found = cache.get(path);
      if (found === undefined)
        cache.set(path, (found = candidates(path).find((candidate) => files.has(candidate)) ?? null));
      return found;
    },
  };
}

function candidates(path: string): string[] {
  const asSource = path.replace(OUTPUT_ENDING, ".$1ts$2");
  return [
    path,
    ...(asSource === path ? [] : [asSource, asSource.replace(/ts$/, "tsx")]),
    ...ENDINGS.map((ending) => path + ending),
    ...ENDINGS.map((ending) => posix.join(path, `index${ending}`)),
  ];
}
