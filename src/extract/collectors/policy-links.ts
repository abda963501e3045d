import { defineCollector } from "../collector.js";
import { elementsOf, markup, textOf, valueOf } from "../markup/index.js";

/** In addresses and in the words of links. */
const ADDRESS = /privacy|polic(?:y|ies)|personal-?data|politika|konfiden|persdata|datenschutz/i;
const WORDS = /privacy|personal data|политик|персональн\p{L}+ данн|конфиденциальност/iu;

export default defineCollector({
  id: "policy-links",
  recognises: "links to policies and privacy notices",
  reads: markup,
  trigger:
    /privacy|polic(?:y|ies)|personal|politika|konfiden|persdata|datenschutz|политик|персональн|конфиденциальност/i,
  collect({ root }, emit) {
    for (const element of elementsOf(root)) {
      const target = valueOf(element, "href", "to", "routerLink", ":to", "[routerLink]", ":href");
      if (target === null) continue;
      if (ADDRESS.test(target) || WORDS.test(textOf(element)))
        emit.practice({ kind: "policy-link", target }, element.tagRange);
    }
  },
});
