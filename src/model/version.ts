import { readFileSync } from "node:fs";

/** Version of this package, read from its manifest so that it is stated once. */
export const toolVersion: string = (
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }
).version;
