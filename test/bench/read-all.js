// Reads and hashes every file of a list: the least that any tool must do.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const hash = createHash("sha256");
for (const file of JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"))) hash.update(readFileSync(file));
console.log(hash.digest("hex"));
