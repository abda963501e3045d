import { isMap, isScalar, parseDocument, type Document } from "yaml";
import type { FoundTrace } from "./trace.js";
import { namesModules } from "./files.js";
import type { TraceIndex } from "./trace-index.js";

const IMPORT =
  /\b(?:from|import|require|require\.resolve|importScripts)\s{0,20}\(?\s{0,20}(?:\/\*[^*\n]{0,120}\*\/\s{0,20})?(["'`])([@\w][^"'`\n]{0,213})\1/g;
const QUOTED = /(["'`])((?:@[\w~-][\w.~-]{0,100}\/)?[a-zA-Z][\w.~-]{0,100}(?:\/[\w.~-]{1,100}){0,3})\1/g;

/** Modules imported or required, and those that the configuration of a framework names. Types alone send nothing. */
export function* importedPackages(text: string, file: string, index: TraceIndex): Generator<FoundTrace> {
  for (const match of text.matchAll(namesModules(file) ? QUOTED : IMPORT)) {
    const module = match[2]!;
    const recipient = index.packageOf(module);
    if (!recipient || isTypeOnly(text, match.index)) continue;
    const start = match.index + match[0].length - module.length - 1;
    yield { recipient, how: "package", trace: module, at: [start, start + module.length] };
  }
}

/** Whether the statement that the module ends is `import type` or `export type`. */
function isTypeOnly(text: string, at: number): boolean {
  const statement = text.slice(Math.max(0, at - 2000), at + 1);
  const start = Math.max(statement.lastIndexOf("import "), statement.lastIndexOf("export "));
  return start >= 0 && /^(?:import|export)\s+type\b(?!\s+from\b)[^;]*$/.test(statement.slice(start));
}

const SECTIONS = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"];

/** Dependencies that a package manifest declares. */
export function* declaredPackages(text: string, index: TraceIndex): Generator<FoundTrace> {
  const manifest: Document.Parsed = parseDocument(text, { uniqueKeys: false, logLevel: "silent" });
  for (const section of SECTIONS) {
    const dependencies: unknown = manifest.get(section, true);
    if (!isMap(dependencies)) continue;
    for (const { key } of dependencies.items) {
      if (!isScalar(key) || typeof key.value !== "string" || !key.range) continue;
      const recipient = index.packageOf(key.value);
      if (!recipient) continue;
      const start = key.range[0] + 1;
      yield { recipient, how: "dependency", trace: key.value, at: [start, start + key.value.length] };
    }
  }
}
