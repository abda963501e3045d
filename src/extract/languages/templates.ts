import { defineLanguage } from "../document.js";
import { estree } from "../estree/index.js";
import { markup, parseBlocks, readTemplate } from "../markup/index.js";

export default defineLanguage({
  id: "templates",
  title: "EJS, Nunjucks, Handlebars, Liquid, Twig, Eta",
  extensions: [".ejs", ".eta", ".njk", ".nunj", ".nunjucks", ".hbs", ".handlebars", ".mustache", ".liquid", ".twig"],
  yields: [markup, estree],
  async parse(source) {
    const { roots, scripts, code } = await readTemplate(source.text, true);
    const { documents, problems } = parseBlocks(source, scripts, code);
    return { documents: [{ syntax: markup, root: { flavour: "template", roots }, source }, ...documents], problems };
  },
});
