import type { AuditRun } from "../audit/index.js";
import {
  draftStores,
  draftWords,
  likelyPurposes,
  proposePurposes,
  type DraftOptions,
  type DraftStore,
} from "../data-map/index.js";
import type { Catalog, Minors, Regime } from "../model/index.js";
import { countryCode, type InitFlags } from "./flags.js";
import type { Prompter } from "./prompts.js";
import type { Session } from "./session.js";
import type { CliSpeaker } from "./words/index.js";

/** What people add to a draft; what they leave open stays a question in the map. */
export type DraftAnswers = Pick<DraftOptions, "name" | "country" | "regimes" | "stores" | "purposes" | "audience">;

type Asked = Pick<AuditRun, "inventory" | "catalog">;

/** More stores than these would make a questionnaire of it. */
const MOST_STORES = 5;

const REGIMES = [
  { value: "152-fz", name: "152-FZ" },
  { value: "gdpr", name: "GDPR" },
] as const satisfies readonly { readonly value: Regime; readonly name: string }[];

/** Asks the few questions that matter, each with the answer that code and surroundings suggest; null when whoever is asked breaks off. */
export async function askForDraft(
  prompts: Prompter,
  { inventory, catalog }: Asked,
  flags: InitFlags,
  { io, words }: Session,
): Promise<DraftAnswers | null> {
  const name =
    flags.name ?? (await prompts.text(words.say("init.ask-name"), { proposed: "", check: () => null }))?.trim();
  if (name === undefined) return null;
  const country = flags.country ?? (await askCountry(prompts, words, proposedCountry(io.env, words)));
  if (country === null) return null;
  const regimes = await prompts.many(words.say("init.ask-regimes"), REGIMES, {
    proposed: proposedRegimes(country, catalog),
    atLeastOne: words.say("init.regimes-none"),
  });
  if (regimes === null) return null;
  const stores = await askStores(prompts, draftStores(inventory), words);
  if (stores === null) return null;
  const titles = draftWords[words.language].likelyTitles;
  const purposes = await prompts.many(
    words.say("init.ask-purposes"),
    likelyPurposes.map((value) => ({ value, name: titles[value] })),
    { proposed: proposePurposes(inventory, catalog), atLeastOne: null },
  );
  if (purposes === null) return null;
  const audience = await askAudience(prompts, words);
  if (audience === null) return null;
  return {
    ...(name !== "" && { name }),
    ...(country !== "" && { country }),
    regimes,
    stores,
    purposes,
    ...(audience !== "open" && { audience }),
  };
}

/** Two letters as they are written in the map; an empty answer leaves it open. */
async function askCountry(
  prompts: Prompter,
  words: CliSpeaker,
  proposed: string,
  question = words.say("init.ask-country"),
): Promise<string | null> {
  const answer = await prompts.text(question, {
    proposed,
    check: (text) => (text.trim() === "" || countryCode(text) ? null : words.say("init.country-wrong")),
  });
  return answer === null ? null : (countryCode(answer) ?? "");
}

async function askStores(
  prompts: Prompter,
  stores: readonly DraftStore[],
  words: CliSpeaker,
): Promise<DraftStore[] | null> {
  const answered: DraftStore[] = [];
  for (const [index, store] of stores.entries()) {
    // The first are the databases; whatever comes after the last question keeps the country that the code shows.
    const question = words.say("init.ask-store", { store: store.id });
    const country =
      index < MOST_STORES ? await askCountry(prompts, words, store.country ?? "", question) : (store.country ?? "");
    if (country === null) return null;
    answered.push({ ...store, country: country === "" ? null : country });
  }
  return answered;
}

type Audience = Minors["audience"];

function askAudience(prompts: Prompter, words: CliSpeaker): Promise<Audience | "open" | null> {
  const audiences = ["adult_only", "mixed", "children"] as const satisfies readonly Audience[];
  return prompts.one<Audience | "open">(
    words.say("init.ask-audience"),
    [
      ...audiences.map((value) => ({ value, name: words.say(`init.audience-${value}`) })),
      { value: "open", name: words.say("init.audience-open") },
    ],
    "open",
  );
}

/** The region of the terminal's own language settings: `de_AT.UTF-8` tells Austria. */
function proposedCountry(env: Session["io"]["env"], { language }: CliSpeaker): string {
  if (language === "ru") return "RU";
  const settings = env["LC_ALL"] || env["LANG"] || "";
  return /^[a-z]{2,3}_([A-Z]{2})\b/.exec(settings)?.[1] ?? "";
}

/** The law of the country; both where it is in neither. */
function proposedRegimes(country: string, { law }: Catalog): Regime[] {
  if (country === "RU") return ["152-fz"];
  const states = law.get("eea-states")?.value;
  return Array.isArray(states) && states.includes(country) ? ["gdpr"] : ["152-fz", "gdpr"];
}
