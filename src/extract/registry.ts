import { readdir } from "node:fs/promises";
import type { Collector } from "./collector.js";
import type { Language } from "./document.js";

/** Everything that reads code: found by its presence in two folders, so that adding a language or a collector touches no other file. */
export interface Readers {
  readonly languages: readonly Language[];
  readonly collectors: readonly Collector<unknown>[];
}

let loaded: Promise<Readers> | null = null;

export function loadReaders(): Promise<Readers> {
  return (loaded ??= Promise.all([
    loadFolder<Language>(new URL("./languages/", import.meta.url)),
    loadFolder<Collector<unknown>>(new URL("./collectors/", import.meta.url)),
  ]).then(([languages, collectors]) => ({ languages, collectors })));
}

async function loadFolder<Member extends { readonly id: string }>(folder: URL): Promise<Member[]> {
  const names = (await readdir(folder)).filter((name) => /(?<!\.d)\.[jt]s$/.test(name)).sort();
  const members = await Promise.all(
    names.map(async (name) => ((await import(new URL(name, folder).href)) as { default: Member }).default),
  );
  const seen = new Set<string>();
  for (const { id } of members) {
    if (seen.has(id)) throw new Error(`two files in ${folder.pathname} have the id "${id}"`);
    seen.add(id);
  }
  return members;
}
