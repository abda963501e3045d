import type { Renderer } from "./context.js";
import { renderJson } from "./json.js";
import { renderTerminal } from "./terminal/terminal.js";

export interface Format {
  readonly render: Renderer;
  /** Whether it quotes the code: then it needs the texts of the files that findings stand in. */
  readonly quotes: boolean;
}

/** Every format that `--format` takes, by name. */
export const formats = {
  terminal: { render: renderTerminal, quotes: true },
  json: { render: renderJson, quotes: false },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
