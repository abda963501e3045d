import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Catalog, FidesTaxonomy, FlowLexicon, NameLexicon, OwnerLexicon, RegionCatalog } from "../model/index.js";
import { readPolicyVocabulary } from "./policy.js";
import { readEntries, toDataType, toLawFact, toRecipient, toRule } from "./entries.js";
import { rulesFolder } from "./folder.js";
import { readCatalogFile } from "./read-yaml.js";

/** The catalogue as its files under `rules/` have it. */
export async function readShippedCatalog(): Promise<Catalog> {
  const folder = join(rulesFolder, "catalog");
  const [rules, dataTypes, recipients, law, policy, owners, names, flows, regions, fides] = await Promise.all([
    shippedRules().then((files) => readEntries(files, "rule", toRule)),
    yamlFiles(join(folder, "data-types")).then((files) => readEntries(files, "data-type", toDataType)),
    yamlFiles(join(folder, "recipients")).then((files) => readEntries(files, "recipient", toRecipient)),
    yamlFiles(join(folder, "law")).then((files) => readEntries(files, "law", toLawFact)),
    yamlFiles(join(folder, "policy")).then(readPolicyVocabulary),
    readCatalogFile<OwnerLexicon>(join(folder, "owners.yaml"), "owners"),
    readCatalogFile<NameLexicon>(join(folder, "names.yaml"), "names"),
    readCatalogFile<FlowLexicon>(join(folder, "flows.yaml"), "flows"),
    readCatalogFile<RegionCatalog>(join(folder, "regions.yaml"), "regions"),
    readCatalogFile<FidesTaxonomy>(join(folder, "fides.yaml"), "fides"),
  ]);
  return { rules, dataTypes, recipients, owners, names, flows, regions, fides, law, policy };
}

async function shippedRules(): Promise<string[]> {
  const entries = await readdir(rulesFolder, { withFileTypes: true });
  const themes = entries.filter((entry) => entry.isDirectory() && !["catalog", "schemas"].includes(entry.name));
  return (await Promise.all(themes.map(({ name }) => yamlFiles(join(rulesFolder, name))))).flat();
}

async function yamlFiles(folder: string): Promise<string[]> {
  return (await readdir(folder))
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => join(folder, name));
}
