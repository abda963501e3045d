import { defineLanguage } from "../document.js";
import { markup, readPug } from "../markup/index.js";

export default defineLanguage({
  id: "pug",
  title: "Pug",
  extensions: [".pug", ".jade"],
  yields: [markup],
  async parse(source) {
    const { roots, problems } = await readPug(source);
    return { documents: [{ syntax: markup, root: { flavour: "template", roots }, source }], problems };
  },
});
