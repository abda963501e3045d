import { Chalk, supportsColor, type ChalkInstance, type ColorSupportLevel } from "chalk";
import type { Io, Output } from "./io.js";

/** Colours for a stream: the flag decides, then FORCE_COLOR, then NO_COLOR, then whether it is a terminal. */
export function coloursFor(stream: Output, env: Io["env"], flag: boolean): ChalkInstance {
  return new Chalk({ level: flag ? level(stream, env) : 0 });
}

export const noColours: ChalkInstance = new Chalk({ level: 0 });

function level(stream: Output, env: Io["env"]): ColorSupportLevel {
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) {
    if (forced === "0" || forced === "false") return 0;
    return forced === "2" ? 2 : forced === "3" ? 3 : 1;
  }
  if (env["NO_COLOR"] || env["TERM"] === "dumb" || !stream.isTTY) return 0;
  return supportsColor ? supportsColor.level : 1;
}

const WIDEST = 120;
const NARROWEST = 40;
const DEFAULT = 100;

/** Columns to wrap at. Only a terminal has a width of its own; anything else gets the same text everywhere. */
export function widthOf({ isTTY, columns }: Pick<Output, "isTTY" | "columns">): number {
  return isTTY && columns ? Math.max(NARROWEST, Math.min(columns, WIDEST)) : DEFAULT;
}
