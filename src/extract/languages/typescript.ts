import { estree, parseScript, type Script } from "../estree/index.js";
import { defineLanguage } from "../document.js";
import { INLINE_TEMPLATE, inlineTemplates, jsxDocument, markup } from "../markup/index.js";

export default defineLanguage({
  id: "typescript",
  title: "TypeScript and JavaScript",
  extensions: [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"],
  yields: [estree, markup],
  async parse(source) {
    const { documents, problems } = parseScript(source, source.text);
    const jsx = /\/>|<\//.test(source.text) ? documents.map(({ root }) => jsxDocument(source, root as Script)) : [];
    const inline = INLINE_TEMPLATE.test(source.text)
      ? await Promise.all(documents.map(({ root }) => inlineTemplates(root as Script, source)))
      : [];
    return {
      documents: [...documents, ...jsx, ...inline.flatMap((templates) => templates.documents)],
      problems: [...problems, ...inline.flatMap((templates) => templates.problems)],
    };
  },
});
