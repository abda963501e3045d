import { escapeTerminalLines } from "./terminal.js";

/**
 * Text of a logging command of Azure Pipelines. The agent reads one command a line and unescapes `%AZP25`, `%0D`, `%0A`; with these escaped,
 * nothing in scanned code can begin a command of its own.
 */
export function escapeLoggingData(text: string): string {
  return escapeTerminalLines(text).replaceAll("%", "%AZP25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Value of a property of a logging command, which semicolons and brackets would end. */
export function escapeLoggingProperty(text: string): string {
  return escapeLoggingData(text).replaceAll(";", "%3B").replaceAll("]", "%5D");
}
