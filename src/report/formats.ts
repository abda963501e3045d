import { renderAzure } from "./azure.js";
import { renderCheckstyle } from "./checkstyle.js";
import type { Renderer } from "./context.js";
import { renderFindingsCsv } from "./findings-csv.js";
import { renderGithub } from "./github.js";
import { renderGitlab } from "./gitlab.js";
import { renderJson } from "./json.js";
import { renderJunit } from "./junit.js";
import { renderMarkdown } from "./markdown.js";
import { renderSarif } from "./sarif.js";
import { renderTerminal } from "./terminal/terminal.js";

export interface Format {
  readonly render: Renderer;
  /** Whether it quotes the code: then it needs the texts of the files that findings stand in. */
  readonly quotes: boolean;
}

const plain = (render: Renderer): Format => ({ render, quotes: false });

/** Every format that `--format` takes, by name. */
export const formats = {
  terminal: { render: renderTerminal, quotes: true },
  json: plain(renderJson),
  sarif: plain(renderSarif),
  junit: plain(renderJunit),
  github: plain(renderGithub),
  gitlab: plain(renderGitlab),
  azure: plain(renderAzure),
  checkstyle: plain(renderCheckstyle),
  markdown: plain(renderMarkdown),
  csv: plain(renderFindingsCsv),
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
