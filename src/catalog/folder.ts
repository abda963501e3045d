import { fileURLToPath } from "node:url";

/** The shipped catalogue: `rules/` beside `src/` and `dist/`. */
export const rulesFolder = fileURLToPath(new URL("../../rules/", import.meta.url));
