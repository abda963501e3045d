import { formatPlace, type PolicyReport } from "../../model/index.js";
import type { ReportContext } from "../context.js";
import { escapeMarkdown, markdownCode } from "../escape/markdown.js";
import { plainMessage } from "../finding-message.js";
import { policySpeaker, sayings } from "./words.js";

/** For people who read it in a document or a pull request. */
export function renderPolicyMarkdown(report: PolicyReport, context: Pick<ReportContext, "catalog" | "words">): string {
  const { catalog } = context;
  const words = policySpeaker(context.words.language);
  const { text, findings, understood, general, unread } = report;
  const found = findings.map((finding) => {
    const message = escapeMarkdown(plainMessage(finding, catalog.rules.get(finding.rule) ?? null, context));
    const related = (finding.related ?? []).map(({ place }) => markdownCode(formatPlace(place)));
    const place = finding.place ? markdownCode(formatPlace(finding.place)) : "";
    const clauses = finding.clauses.join(", ");
    return `| ${escapeMarkdown(clauses)} | ${message} | ${place} | ${related.join(", ")} | \`${finding.rule}\` |`;
  });
  const counts = [
    words.say("counts", { n: text.clauses.length }),
    words.say("understood", { n: understood.length }),
    words.say("general", { n: general.length }),
    words.say("unread", { n: unread.length }),
  ].join(", ");
  const table =
    found.length === 0
      ? `${words.say("clean")} ${words.say("limits")}`
      : [
          `| ${words.say("clause")} | | ${words.say("code")} | ${words.say("elsewhere")} | |`,
          "| --- | --- | --- | --- | --- |",
          ...found,
        ].join("\n");
  const said = understood.map(
    (clause) =>
      `| ${clause.number} | ${clause.line} | ${escapeMarkdown(sayings(clause, { catalog, words }).join("; "))} |`,
  );
  const open = unread.map(({ number, line, text: own }) => `| ${number} | ${line} | ${escapeMarkdown(shorten(own))} |`);
  return `${[
    `# ${escapeMarkdown(words.say("title", { file: text.file }))}`,
    counts,
    `## ${words.say("findings")}`,
    table,
    `## ${words.say("said")}`,
    [`| ${words.say("clause")} | ${words.say("line")} | ${words.say("says")} |`, "| --- | --- | --- |", ...said].join(
      "\n",
    ),
    `## ${words.say("unread-title")}`,
    open.length === 0
      ? words.say("unread-none")
      : [
          `| ${words.say("clause")} | ${words.say("line")} | ${words.say("quote")} |`,
          "| --- | --- | --- |",
          ...open,
        ].join("\n"),
  ].join("\n\n")}\n`;
}

const SHOWN = 160;

export function shorten(text: string): string {
  const flat = text.replace(/\s+/g, " ");
  return flat.length <= SHOWN ? flat : `${flat.slice(0, flat.lastIndexOf(" ", SHOWN))}…`;
}
