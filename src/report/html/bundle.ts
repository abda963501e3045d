import { fileURLToPath, pathToFileURL } from "node:url";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "esbuild";
import type { PageAssets } from "./shell.js";

/**
 * Makes one script and one style sheet of the page's sources. Part of the build; when Opis runs from its sources, done on the spot. The
 * bundler is a tool of development: the built program never loads it.
 */
export async function bundlePage(sources: string): Promise<PageAssets> {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [join(sources, "main.tsx")],
    tsconfig: join(sources, "tsconfig.json"),
    // Doors of rooms hold things that a browser has no use for and could not run: what is not used of them is left out.
    external: ["node:*"],
    plugins: [unusedLeftOut],
    outdir: "page",
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: ["chrome109", "firefox115", "safari16.4"],
    charset: "utf8",
    legalComments: "inline",
    logLevel: "warning",
    logOverride: { "empty-import-meta": "silent" },
  });
  const textOf = (ending: string) => outputFiles.find(({ path }) => path.endsWith(ending))!.text;
  return { script: closed(textOf(".js")), style: closed(textOf(".css")) };
}

const unusedLeftOut: Plugin = {
  name: "unused-left-out",
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, async ({ path, pluginData, ...options }) => {
      if (pluginData === "resolved") return null;
      const resolved = await resolve(path, { ...options, pluginData: "resolved" });
      return { ...resolved, sideEffects: false };
    });
  },
};

/** Inlined text must hold no end tag of the element it stands in. */
function closed(text: string): string {
  return text.replace(/<\/(script|style)/gi, "<\\/$1").replaceAll("<!--", "<\\!--");
}

/** Build step: `node dist/report/html/bundle.js` writes what it makes beside itself. */
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const sources = fileURLToPath(new URL("../../../src/report/html/page", import.meta.url));
  const { script, style } = await bundlePage(sources);
  await writeFile(new URL("./page.js", import.meta.url), script);
  await writeFile(new URL("./page.css", import.meta.url), style);
}
