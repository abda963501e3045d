import { escapeTerminalLines } from "./terminal.js";

/**
 * Text of a workflow command. The runner reads one command a line and unescapes `%25`, `%0D`, `%0A`; with these escaped, nothing in scanned
 * code can begin a command of its own.
 */
export function escapeCommandData(text: string): string {
  return escapeTerminalLines(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Value of a property of a workflow command, which commas and colons would end. */
export function escapeCommandProperty(text: string): string {
  return escapeCommandData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
