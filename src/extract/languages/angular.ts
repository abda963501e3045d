import { defineLanguage } from "../document.js";
import { markup, problemsAt, readAngular } from "../markup/index.js";

/** Syntax that no other templates have. */
const ANGULAR =
  /\*ng(?:If|For|Switch)|\[\(ngModel\)\]|\bformControlName\b|\[formGroup\]|\[formControl\]|\(ngSubmit\)|\((?:click|change|input|submit)\)=|^\s*@(?:if|for|switch|defer)\s*\(|<ng-(?:template|container|content)\b/m;

export default defineLanguage({
  id: "angular",
  title: "Angular templates",
  extensions: [".html"],
  yields: [markup],
  claims: ({ file, text }) => /\.component\.html$/i.test(file) || ANGULAR.test(text),
  async parse(source) {
    const { roots, problems } = await readAngular(source.text);
    return {
      documents: [{ syntax: markup, root: { flavour: "angular", roots }, source }],
      problems: problemsAt(problems, (offset) => source.position(offset)),
    };
  },
});
