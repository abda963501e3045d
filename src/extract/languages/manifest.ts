import { defineLanguage } from "../document.js";

/** Holds no fields; its dependencies tell which services the code may send data to. */
export default defineLanguage({
  id: "manifest",
  title: "npm package manifest",
  extensions: ["package.json"],
  yields: [],
  claims: ({ file }) => /(?:^|\/)package\.json$/.test(file),
  parse: () => ({ documents: [], problems: [] }),
});
