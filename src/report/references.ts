import { groupBy, type Finding, type Regime, type Rule } from "../model/index.js";
import type { Speaker } from "./words/index.js";

/** `policy 7.2 · 152-FZ art. 10 · GDPR art. 9(1)`: where a finding's demand is written, in the user's own clause numbers. */
export function references({ clauses, articles }: Pick<Finding, "clauses" | "articles">, words: Speaker): string[] {
  const byRegime = groupBy(articles, ({ regime }) => regime);
  return [
    ...(clauses.length > 0 ? [words.say("policy-clause", { clauses: clauses.join(", ") })] : []),
    ...[...byRegime].map(([regime, own]) =>
      regimeReference(
        regime,
        own.map(({ article }) => article),
        words,
      ),
    ),
  ];
}

/** The same for a rule by itself, with the clause numbers of the policy it was made from. */
export function ruleReferences(rule: Rule, words: Speaker): string[] {
  const articles = rule.regimes.flatMap((regime) =>
    (rule.articles[regime] ?? []).map((article) => ({ regime, article })),
  );
  return references({ clauses: rule.clauses, articles }, words);
}

function regimeReference(regime: Regime, articles: readonly string[], words: Speaker): string {
  const cited: string[] = [];
  let before = "";
  for (const article of articles) {
    const [lead, rest] = articleWords(regime, article, words);
    // `art. 5(1), 6(1)`: the word is not said again for the next article.
    cited.push(lead === before ? rest.trimStart() : lead + rest);
    before = lead;
  }
  return [words.say(`regime.${regime}`), cited.join(", ")].filter(Boolean).join(" ");
}

/**
 * An article as its leading word and the rest. Articles are kept as `18.1(1)2` or `rec. 30`; Russian law is cited by article, part and item.
 * Names of other acts stand as they are.
 */
function articleWords(regime: Regime, article: string, words: Speaker): [string, string] {
  const recital = /^rec\. (.+)$/.exec(article);
  if (recital) return [words.say("recital"), ` ${recital[1]}`];
  if (!/^\d/.test(article)) return ["", article];
  const lead = words.say("article");
  const parts = /^([\d.]+)\((\d+(?:\.\d+)?)\)(\d+)?$/.exec(article);
  if (words.language === "ru" && regime === "152-fz" && parts) {
    const [, number, part, item] = parts;
    return ["", `${item ? `п. ${item} ` : ""}ч. ${part} ${lead} ${number}`];
  }
  return [lead, ` ${article}`];
}
