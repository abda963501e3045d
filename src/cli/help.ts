import type { Option } from "commander";

/** What stands below the list of commands. */
export const EXIT_CODES = `
Exit codes:
  0   nothing at or above --fail-on
  1   findings
  2   wrong usage, no or invalid data map, nothing to audit
  3   incomplete, with --require-complete
  70  a defect of opis`;

/** Commands to copy, each with what it does. */
export function examples(lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([command]) => command.length));
  return `\nExamples:\n${lines.map(([command, what]) => `  ${command.padEnd(width)}  # ${what}`).join("\n")}`;
}

/** What an option is for, the values it takes, and the one it has by itself. */
export function describeOption({ description, argChoices, defaultValue }: Option): string {
  const choices = argChoices ? ` (${argChoices.join(", ")})` : "";
  const byDefault = typeof defaultValue === "string" ? `; default: ${defaultValue}` : "";
  return description + choices + byDefault;
}
