import { defineLanguage } from "../document.js";
import { estree } from "../estree/index.js";
import { markup, parseBlocks, readTemplate } from "../markup/index.js";

export default defineLanguage({
  id: "html",
  title: "HTML",
  extensions: [".html", ".htm", ".xhtml"],
  yields: [markup, estree],
  async parse(source) {
    const { roots, scripts, code } = await readTemplate(source.text, false);
    const { documents, problems } = parseBlocks(source, scripts, code);
    return { documents: [{ syntax: markup, root: { flavour: "html", roots }, source }, ...documents], problems };
  },
});
