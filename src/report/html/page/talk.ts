import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Language } from "../../../model/index.js";
import { speaker, type Speaker } from "../../words/index.js";
import type { Bilingual, TextIndex } from "../page-data.js";
import { pageSpeaker, type PageKey, type PageSpeaker } from "../words/index.js";
import type { Model } from "./model.js";
import type { Navigation } from "./route.js";

/** How the page speaks: everything that depends on the language chosen. */
export interface Talk {
  readonly language: Language;
  readonly say: PageSpeaker["say"];
  /** Words that the page shares with the other reports. */
  readonly words: Speaker;
  readonly number: (value: number) => string;
  readonly percent: (part: number, whole: number) => string;
  readonly of: (text: Bilingual) => string;
  readonly text: (index: TextIndex) => string;
  readonly country: (code: string) => string;
  readonly period: (iso: string) => string;
  readonly date: (iso: string) => string;
  /** Title of a category: the map's, else that of the one the catalogue proposes. */
  readonly category: (id: string) => string;
  /** A value of the model in words, or as it is where it has none. */
  readonly term: (group: string, value: string) => string;
}

const SPEAKERS = { en: pageSpeaker("en"), ru: pageSpeaker("ru") };
const SHARED = { en: speaker("en"), ru: speaker("ru") };

export function talkIn(language: Language, { data, titleOf }: Model): Talk {
  const own = SPEAKERS[language];
  const of = (text: Bilingual): string => text[language === "ru" ? 1 : 0];
  const countries = new Intl.DisplayNames([language], { type: "region", fallback: "code" });
  const dates = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  const term = (group: string, value: string): string => {
    const key = `${group}.${value}`;
    return own.has(key) ? own.say(key as PageKey) : value;
  };
  return {
    language,
    say: own.say,
    words: SHARED[language],
    number: own.number,
    percent: own.percent,
    of,
    text: (index) => of(data.texts[index]!),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    period: (iso) => periodWords(iso, own, language),
    date: (iso) => (/^\d{4}-\d{2}-\d{2}$/.test(iso) ? dates.format(new Date(`${iso}T00:00:00Z`)) : iso),
    category: (id) => {
      const title = titleOf("categories", id);
      return title === id ? term("proposed", id) : title;
    },
    term,
  };
}

const UNITS = ["year", "month", "week", "day", "hour", "minute", "second"] as const;

/** `P3Y` as `3 years`; business days and sessions have words of their own. What is no duration stays as it is. */
function periodWords(iso: string, own: PageSpeaker, language: Language): string {
  if (iso === "session") return own.say("period.session");
  const business = /^(\d{1,5})bd$/.exec(iso);
  if (business) return own.say("period.business-days", { n: Number(business[1]) });
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso);
  if (!parts || iso === "P") return iso;
  return UNITS.flatMap((unit, index) => {
    const count = parts[index + 1];
    if (count === undefined) return [];
    return [new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(Number(count))];
  }).join(" ");
}

export interface PageContext {
  readonly model: Model;
  readonly talk: Talk;
  readonly navigation: Navigation;
  /** The page is being printed: everything is shown, nothing is folded. */
  readonly printing: boolean;
}

export const Page = createContext<PageContext | null>(null);

export function usePage(): PageContext {
  return useContext(Page)!;
}

export function useTalk(): Talk {
  return usePage().talk;
}
