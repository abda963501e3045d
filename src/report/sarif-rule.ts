import type { ReportingDescriptor } from "sarif";
import { ruleText } from "../catalog/index.js";
import type { Rule } from "../model/index.js";
import type { ReportContext } from "./context.js";
import { ruleReferences } from "./references.js";

/** A rule for a SARIF viewer: title, explanation, and help in Markdown with what to do and where it is written. */
export function sarifRule(rule: Rule, { catalog, words }: ReportContext): ReportingDescriptor {
  const text = (kind: "title" | "message" | "explanation" | "remedy") => ruleText(catalog, rule, kind, words.language);
  const cited = ruleReferences(rule, words);
  const markdown = [
    `**${text("title")}**`,
    text("explanation"),
    `**${words.say("explain.remedy")}**`,
    asMarkdown(text("remedy")),
    cited.join(" · "),
  ];
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    shortDescription: { text: text("title") },
    fullDescription: { text: text("explanation") },
    help: {
      text: [text("explanation"), text("remedy"), cited.join(" · ")].join("\n\n"),
      markdown: markdown.join("\n\n"),
    },
    defaultConfiguration: { level: rule.severity },
    properties: { tags: ["privacy", rule.id.split("/")[0]!, ...cited] },
  };
}

/** Placeholders of a rule's own text read `<field>`, which Markdown would take for HTML. */
function asMarkdown(text: string): string {
  return text.replace(/[<>*_]/g, (character) => `\\${character}`);
}

function pascalCase(id: string): string {
  return id
    .split(/[/-]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
