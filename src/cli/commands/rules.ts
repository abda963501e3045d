import type { Command } from "commander";
import { listCollectors } from "../../audit/index.js";
import { loadCatalog } from "../../catalog/index.js";
import { rulesByTheme } from "../../checks/index.js";
import type { Catalog, DataType, Rule } from "../../model/index.js";
import {
  renderCollectors,
  renderDataTypes,
  renderListJson,
  renderRecipients,
  renderRules,
} from "../../report/index.js";
import type { Acting } from "../acting.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { UsageError } from "../failure.js";
import { withRulesFlags, type RulesFlags } from "../flags.js";
import { examples } from "../help.js";
import { nearestOf } from "../nearest.js";
import { contextFor } from "../report.js";
import type { Session } from "../session.js";
import type { CliSpeaker } from "../words/index.js";

/** `opis rules [theme]`: what is checked. */
export function addRulesCommand(program: Command, acting: Acting): void {
  withRulesFlags(
    program
      .command("rules")
      .description("Lists what is checked, with the clauses and articles behind it.")
      .argument("[theme]", "only rules of this theme: mapping, special, retention, ..."),
  )
    .addHelpText(
      "after",
      examples([
        ["opis rules retention", "rules on retention"],
        ["opis rules --data-types", "ids for items: in the map"],
        ["opis rules -f json", "everything about every rule, in both languages"],
      ]),
    )
    .action(acting(rulesCommand));
}

async function rulesCommand(theme: string | undefined, flags: RulesFlags, session: Session): Promise<ExitCode> {
  const { io, words } = session;
  const catalog = await loadCatalog();
  const context = contextFor(catalog, io, { language: words.language, color: flags.color, stream: io.stdout });
  const json = flags.format === "json";
  if (flags.dataTypes) {
    const types = [...catalog.dataTypes.values()];
    io.stdout.write(json ? renderListJson(types.map(withoutLexicon)) : renderDataTypes(types, context));
  } else if (flags.recipients) {
    const recipients = [...catalog.recipients.values()];
    io.stdout.write(json ? renderListJson(recipients) : renderRecipients(recipients, context));
  } else if (flags.collectors) {
    const collectors = await listCollectors();
    io.stdout.write(json ? renderListJson(collectors) : renderCollectors(collectors, context));
  } else {
    const rules = rulesOf(theme, catalog, words);
    io.stdout.write(json ? renderListJson(rules) : renderRules(rules, context));
  }
  return exitCodes.clean;
}

function rulesOf(theme: string | undefined, catalog: Catalog, words: CliSpeaker): Rule[] {
  const themes = rulesByTheme(catalog);
  const chosen = theme === undefined ? themes : themes.filter(({ id }) => id === theme);
  if (chosen.length > 0) return chosen.flatMap(({ rules }) => rules);
  const ids = themes.map(({ id }) => id);
  const near = nearestOf(theme ?? "", ids);
  throw new UsageError(
    words.say("rules.unknown", { theme: theme ?? "", themes: ids.join(", ") }),
    near && words.say("error.nearest", { list: near }),
  );
}

function withoutLexicon({ id, title, category, categoryKind, special }: DataType): Omit<DataType, "lexicon"> {
  return { id, title, category, categoryKind, special };
}
