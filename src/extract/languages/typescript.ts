import { estree, parseScript, type Script } from "../estree/index.js";
import { defineLanguage } from "../document.js";
import { jsxDocument, markup } from "../markup/index.js";

export default defineLanguage({
  id: "typescript",
  title: "TypeScript and JavaScript",
  extensions: [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"],
  yields: [estree, markup],
  parse(source) {
    const { documents, problems } = parseScript(source, source.text);
    const jsx = /\/>|<\//.test(source.text) ? documents.map(({ root }) => jsxDocument(source, root as Script)) : [];
    return { documents: [...documents, ...jsx], problems };
  },
});
