import type { Bilingual, PageData } from "./page-data.js";
import { verdictOf } from "./verdict.js";
import { pageSpeaker, type PageSpeaker } from "./words/index.js";

const SPEAKERS = [pageSpeaker("en"), pageSpeaker("ru")] as const;

export function titleOf(data: PageData): Bilingual {
  return said((words) => titleIn(data, words));
}

/** Title of the page in one language: the operator's name comes first, as it does in a row of tabs. */
export function titleIn({ declared }: PageData, words: PageSpeaker): string {
  const title = words.say("title");
  return declared ? `${declared.controller.name} · ${title}` : title;
}

/** What can be said without scripts: the verdict, the counts, and that the rest needs them. */
export function verdictWithoutScripts(data: PageData): Bilingual {
  const count = (severity: string) => data.findings.filter((finding) => finding.severity === severity).length;
  return said((words) =>
    [
      `${titleIn(data, words)} (${data.date}).`,
      words.say(`verdict.${verdictOf(data)}`, { n: count("error") }),
      words.say("noscript", {
        errors: count("error"),
        warnings: count("warning"),
        notes: count("note"),
        fields: data.coverage.fields,
      }),
    ].join(" "),
  );
}

function said(say: (words: PageSpeaker) => string): Bilingual {
  return [say(SPEAKERS[0]), say(SPEAKERS[1])];
}
