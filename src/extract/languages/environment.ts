import { defineLanguage } from "../document.js";

/** Holds no fields; the hosts among its values tell where the code sends data. */
export default defineLanguage({
  id: "environment",
  title: "Environment variables",
  extensions: [
    ".env",
    ".env.example",
    ".env.sample",
    ".env.template",
    ".env.dist",
    ".env.defaults",
    ".env.production",
    ".env.staging",
    ".env.development",
    ".env.local",
    ".env.docker",
  ],
  yields: [],
  parse: () => ({ documents: [], problems: [] }),
});
