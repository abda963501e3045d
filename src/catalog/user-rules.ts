import type { Rule, Words } from "../model/index.js";
import { toRule } from "./entries.js";
import { readCatalogFile, readYaml } from "./read-yaml.js";

type Said = string | Words;

/** A rule as users write it: what may not be, as conditions over the inventory. */
interface UserRule extends Partial<
  Pick<Rule, "severity" | "regimes" | "clauses" | "validFrom" | "validTo" | "source">
> {
  readonly id: string;
  readonly title: Said;
  readonly message?: Said;
  readonly explanation?: Said;
  readonly remedy?: Said;
  readonly forbid: string;
  readonly where?: object | readonly object[];
  readonly unless?: object | readonly object[];
}

/**
 * Reads a rule of the user's own: conditions (`forbid`, `where`, `unless`), or the full form that the shipped rules have.
 * @throws CatalogError naming file, line and column of the first fault
 */
export async function readUserRule(file: string): Promise<Rule> {
  const { value } = await readYaml(file);
  const full = typeof value === "object" && value !== null && "check" in value;
  return full
    ? toRule(await readCatalogFile(file, "rule"))
    : conditional(await readCatalogFile<UserRule>(file, "user-rule"));
}

function conditional({ title, message, explanation, remedy, forbid, where, unless, ...rest }: UserRule): Rule {
  const words = both(title);
  const told = { en: `{what}: ${words.en}`, ru: `{what}: ${words.ru}` };
  return toRule({
    severity: "error",
    source: "own rule",
    ...rest,
    check: "custom/forbidden",
    parameters: { forbid, where: listed(where), unless: listed(unless) },
    title: words,
    message: message === undefined ? told : both(message),
    explanation: explanation === undefined ? words : both(explanation),
    remedy: remedy === undefined ? REMEDY : both(remedy),
  });
}

const REMEDY: Words = {
  en: "Change the code so that the rule holds, or add the exception to the rule under unless.",
  ru: "Измените код так, чтобы правило соблюдалось, либо внесите исключение в раздел unless правила.",
};

/** One text serves both languages. */
function both(said: Said): Words {
  return typeof said === "string" ? { en: said, ru: said } : said;
}

function listed(conditions: object | readonly object[] | undefined): readonly object[] {
  if (conditions === undefined) return [];
  return Array.isArray(conditions) ? (conditions as readonly object[]) : [conditions];
}
