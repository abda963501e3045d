import { defineLanguage } from "../document.js";
import { estree } from "../estree/index.js";
import { blankAround, markup, parseBlocks, readPug, readVue } from "../markup/index.js";
import { SourceText } from "../source-text.js";

export default defineLanguage({
  id: "vue",
  title: "Vue components",
  extensions: [".vue"],
  yields: [markup, estree],
  async parse(source) {
    const { roots, scripts, problems, foreign } = await readVue(source.text);
    const blocks = parseBlocks(source, scripts);
    const pug =
      foreign?.language === "pug"
        ? await readPug(new SourceText(source.file, blankAround(source.text, foreign.range)))
        : null;
    return {
      documents: [
        { syntax: markup, root: { flavour: "vue", roots: pug?.roots ?? roots }, source },
        ...blocks.documents,
      ],
      problems: [
        ...problems,
        ...blocks.problems,
        ...(pug?.problems ?? []).map((problem) => ({ ...problem, fatal: false })),
      ],
    };
  },
});
