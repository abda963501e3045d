import { estree, parseScript } from "../estree/index.js";
import { defineLanguage } from "../document.js";

export default defineLanguage({
  id: "typescript",
  title: "TypeScript and JavaScript",
  extensions: [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"],
  yields: [estree],
  parse: (source) => parseScript(source, source.text),
});
