import type { Command } from "commander";
import { loadCatalog } from "../../catalog/index.js";
import { rulesByTheme } from "../../checks/index.js";
import { renderRules, renderRulesJson } from "../../report/index.js";
import type { Acting } from "../acting.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { UsageError } from "../failure.js";
import { withRulesFlags, type RulesFlags } from "../flags.js";
import { examples } from "../help.js";
import { nearestOf } from "../nearest.js";
import { contextFor } from "../report.js";
import type { Session } from "../session.js";

/** `opis rules [theme]`: what is checked. */
export function addRulesCommand(program: Command, acting: Acting): void {
  withRulesFlags(
    program
      .command("rules")
      .summary("list the rules")
      .description("Lists what is checked, with the clauses and articles behind it.")
      .argument("[theme]", "only rules of this theme: mapping, special, retention, ..."),
  )
    .addHelpText(
      "after",
      examples([
        ["opis rules retention", "rules on retention"],
        ["opis rules -f json", "everything about every rule, in both languages"],
      ]),
    )
    .action(acting(rulesCommand));
}

async function rulesCommand(theme: string | undefined, flags: RulesFlags, session: Session): Promise<ExitCode> {
  const { io, words } = session;
  const catalog = await loadCatalog();
  const themes = rulesByTheme(catalog);
  const chosen = theme === undefined ? themes : themes.filter(({ id }) => id === theme);
  if (theme !== undefined && chosen.length === 0) {
    const ids = themes.map(({ id }) => id);
    const near = nearestOf(theme, ids);
    throw new UsageError(
      words.say("rules.unknown", { theme, themes: ids.join(", ") }),
      near && words.say("error.nearest", { list: near }),
    );
  }
  const rules = chosen.flatMap((each) => each.rules);
  const context = contextFor({ catalog }, io, { language: words.language, ...flags }, false);
  io.stdout.write(flags.format === "json" ? renderRulesJson(rules) : renderRules(rules, context));
  return exitCodes.clean;
}
