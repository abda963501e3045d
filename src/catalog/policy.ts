import type { PolicyNames, PolicyVocabulary, PolicyWording, TopicWording } from "../model/index.js";
import { readCatalogFile } from "./read-yaml.js";

type Shared = Omit<PolicyWording, "en" | "ru" | "unless" | "no">;

interface PolicyFile extends Partial<PolicyNames>, Partial<Shared> {
  readonly topics?: readonly never[];
  readonly wordings?: readonly PolicyWording[];
}

/** The vocabulary of published policies; what stands at the head of a file goes for each of its lines that does not say otherwise. */
export async function readPolicyVocabulary(files: readonly string[]): Promise<PolicyVocabulary> {
  const topics: TopicWording[] = [];
  const wordings: PolicyWording[] = [];
  const names: PolicyNames = { recipients: {}, ordinary: [], countries: {}, impliedBy: {} };
  for (const file of files) {
    const { wordings: own, ...head } = await readCatalogFile<PolicyFile>(file, "policy");
    if (own) wordings.push(...own.map((wording) => ({ ...(head as Shared), ...wording })));
    else if (head.recipients) Object.assign(names, head);
    else topics.push(...((head.topics ?? []) as readonly TopicWording[]));
  }
  return { topics, wordings, names };
}
