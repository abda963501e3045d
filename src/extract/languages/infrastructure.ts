import { defineLanguage } from "../document.js";

/** Holds no fields; tells which stores the code runs on, and where. */
export default defineLanguage({
  id: "infrastructure",
  title: "Infrastructure files",
  extensions: [
    ".tf",
    "docker-compose.yml",
    "docker-compose.yaml",
    "compose.yml",
    "compose.yaml",
    "docker-compose.prod.yml",
    "docker-compose.production.yml",
    "serverless.yml",
    "serverless.yaml",
    "render.yaml",
    "values.yaml",
  ],
  yields: [],
  parse: () => ({ documents: [], problems: [] }),
});
