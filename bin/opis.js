#!/usr/bin/env node
import { existsSync } from "node:fs";

const entry = new URL("../dist/cli/index.js", import.meta.url);
if (existsSync(entry)) {
  const { main } = await import(entry.href);
  process.exitCode = await main();
} else {
  process.stderr.write("opis is not built here: run `npm install` (or `npm run build`) in its folder first.\n");
  process.exitCode = 70;
}
