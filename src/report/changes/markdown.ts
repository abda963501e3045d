import { groupBy, type Change, type ChangeAbout, type ProcessingChanges } from "../../model/index.js";
import { escapeMarkdown } from "../escape/markdown.js";
import { aspectLines } from "./lines.js";
import type { ChangesContext } from "./terminal.js";
import { changeWords, type ChangeWords } from "./values.js";

/** GitHub and GitLab refuse comments above 65,536 characters. */
const LONGEST = 64_000;
/** Changes shown of a part: as many as the comment has room for. */
const STEPS = [Infinity, 200, 60, 20, 5, 0];

const SIGNS = { added: "➕", removed: "➖", changed: "✏️" } as const satisfies Record<Change["kind"], string>;

/** What changed, as a comment on a pull request. Fields, of which there may be many, are folded. */
export function renderChangesMarkdown(
  changes: ProcessingChanges,
  context: Omit<ChangesContext, "colour" | "width">,
): string {
  const words = changeWords(context.language, context.catalog, changes);
  for (const most of STEPS) {
    const text = comment(changes, words, most);
    if (text.length <= LONGEST) return text;
  }
  return `### ${words.words.say("title")}\n\n${words.words.say("count", { n: changes.changes.length })}\n`;
}

function comment({ changes, before, after }: ProcessingChanges, words: ChangeWords, most: number): string {
  const between = words.words.say("from-to", { before: escapeMarkdown(before), after: escapeMarkdown(after) });
  if (changes.length === 0) {
    return `### ✅ ${words.words.say("none")}\n\n${words.words.say("none-long")}\n\n${between}\n`;
  }
  const sections = [...groupBy(changes, ({ about }) => about)].map(([about, own]) => section(about, own, words, most));
  return `${[`### ${words.words.say("title")}`, ...sections, between].join("\n\n")}\n`;
}

function section(about: ChangeAbout, changes: readonly Change[], words: ChangeWords, most: number): string {
  const head = words.words.say(`head.${about}`);
  const rows = changes.slice(0, most).map((change) => row(change, words));
  const more = changes.length - rows.length;
  const list = [...rows, ...(more > 0 ? [`- ${words.words.say("more", { n: more })}`] : [])].join("\n");
  if (about !== "field") return `#### ${head}\n\n${list}`;
  return `<details><summary><b>${head}</b> · ${words.words.say("count", { n: changes.length })}</summary>\n\n${list}\n\n</details>`;
}

function row(change: Change, words: ChangeWords): string {
  const name = `**${escapeMarkdown(words.name(change.about, change.id, change.title))}**`;
  const lines = aspectLines(change, words).map(({ label, text }) => `${label}: ${escapeMarkdown(text)}`);
  const kind = words.words.say(`kind.${change.kind}`);
  return `- ${SIGNS[change.kind]} ${name} — ${[kind, ...lines].join("; ")}`;
}
