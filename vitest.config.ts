import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Imports JSON the way only bundlers take it.
    server: { deps: { inline: [/@actions\/(?:workflow-parser|expressions)/] } },
    include: ["test/**/*.test.ts"],
    testTimeout: 20_000,
    // What tests leave behind is not for the user's own runs to find.
    env: { OPIS_CACHE_DIR: fileURLToPath(new URL("./node_modules/.cache/opis-tests", import.meta.url)) },
  },
});
