import { defineLanguage } from "../document.js";
import { estree } from "../estree/index.js";
import { markup, parseBlocks, readSvelte } from "../markup/index.js";

export default defineLanguage({
  id: "svelte",
  title: "Svelte components",
  extensions: [".svelte"],
  yields: [markup, estree],
  async parse(source) {
    const { roots, scripts, problems } = await readSvelte(source.text);
    const blocks = parseBlocks(source, scripts);
    return {
      documents: [{ syntax: markup, root: { flavour: "svelte", roots }, source }, ...blocks.documents],
      problems: [...problems, ...blocks.problems],
    };
  },
});
