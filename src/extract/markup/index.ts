export { ancestorsOf, attributeOf, elementsOf, markup, textOf, valueOf, wordsOf } from "./element.js";
export type { Attribute, Element, Flavour, Markup } from "./element.js";
export { readHtml } from "./html.js";
export { jsxDocument } from "./jsx.js";
export { tidy } from "./jsx-values.js";
export { blank, blankAround, parseBlocks, type CodeBlock } from "./scripts.js";
