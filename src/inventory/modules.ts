import { posix } from "node:path";
import enhancedResolve from "enhanced-resolve";
import type { Facts } from "../model/index.js";
import { createVirtualFiles, type VirtualFiles } from "./virtual-files.js";

/**
 * Finds the file behind a module name: relative paths, path aliases of the compiler configuration, packages of the workspace. Works on
 * the files of the audit alone: nothing is read from disk, and nothing outside is ever followed.
 */
export interface ModuleResolver {
  resolve(from: string, module: string): string | null;
}

const ENDINGS = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".vue", ".svelte"];

export function createModuleResolver(facts: readonly Facts[]): ModuleResolver {
  const files = createVirtualFiles(facts);
  const resolvers = new Map<string | null, ReturnType<typeof createResolver>>();
  const cache = new Map<string, string | null>();
  return {
    resolve(from, module) {
      const folder = posix.dirname(from);
      // What a bare name stands for is settled by the package that asks, whichever of its folders it asks from.
      const asking = isRelative(module) ? folder : `${files.packageOf(folder)}\0${files.nearestConfiguration(folder)}`;
      const key = `${asking}\0${module}`;
      let found = cache.get(key);
      if (found === undefined) cache.set(key, (found = lookUp(folder, module)));
      return found;
    },
  };

  function lookUp(folder: string, module: string): string | null {
    if (!module || module.startsWith("node:")) return null;
    const configuration = files.nearestConfiguration(folder);
    let resolver = resolvers.get(configuration);
    if (!resolver) resolvers.set(configuration, (resolver = createResolver(files, configuration)));
    try {
      const found = resolver.resolveSync({}, `/${folder}`, module);
      return found ? files.locate(found) : null;
    } catch {
      // Not among the files of the audit: an outside package, an asset, or a name that leads nowhere.
      return null;
    }
  }
}

function isRelative(module: string): boolean {
  return module.startsWith(".") || module.startsWith("/");
}

function createResolver(files: VirtualFiles, configuration: string | null) {
  return enhancedResolve.ResolverFactory.createResolver({
    fileSystem: files.fileSystem,
    useSyncFileSystemCalls: true,
    extensions: ENDINGS,
    // TypeScript sources are imported under the name of their output.
    extensionAlias: {
      ".js": [".ts", ".tsx", ".js"],
      ".jsx": [".tsx", ".jsx"],
      ".mjs": [".mts", ".mjs"],
      ".cjs": [".cts", ".cjs"],
    },
    conditionNames: ["source", "development", "types", "import", "require", "node", "default"],
    mainFields: ["source", "types", "module", "main"],
    symlinks: false,
    // A file asked for by a name that leaves the audit is simply not there.
    roots: ["/"],
    ...(configuration && { tsconfig: { configFile: `/${configuration}`, references: "auto" as const } }),
  });
}
