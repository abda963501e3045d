import { Command, type Argument, type Option } from "commander";
import { loadCatalog } from "../../catalog/index.js";
import { formats } from "../../report/index.js";
import { commandNames, commands, DEFAULT_COMMAND, isCommand, type CommandName } from "../command-table.js";

/** One word that fits, and what it is for. */
export interface Answer {
  readonly word: string;
  readonly what: string;
}

/** Words that may stand where the last of the given ones is being typed; none where a file is due. */
export async function completions(typed: readonly string[]): Promise<Answer[]> {
  const before = typed.slice(0, -1);
  const started = typed.at(-1) ?? "";
  const answers = await expected(before, started);
  return answers.filter(({ word }) => word.startsWith(started));
}

/** As the scripts read them: one a line, word and description apart by a tab. */
export async function renderCompletions(typed: readonly string[]): Promise<string> {
  return (await completions(typed)).map(({ word, what }) => `${word}\t${what.replace(/\s+/g, " ")}\n`).join("");
}

async function expected(before: readonly string[], started: string): Promise<Answer[]> {
  const [first] = before;
  if (first === "help") return before.length === 1 ? listed() : [];
  const named = first !== undefined && isCommand(first) ? first : null;
  const command = await load(named ?? DEFAULT_COMMAND);
  const behind = optionBefore(command, before.at(-1));
  if (behind) return valuesOf(behind, command.name());
  if (started.startsWith("-")) return flagsOf(command, before.length === 0);
  if (before.length === 0) return [...listed(), { word: "help", what: "print help of a command" }];
  return argumentAnswers(command, positionIn(command, named ? before.slice(1) : before));
}

function listed(): Answer[] {
  return commandNames.map((name) => ({ word: name, what: commands[name].summary }));
}

async function load(name: CommandName): Promise<Command> {
  const program = new Command("opis");
  // Nothing is run: what a command takes is all that is asked.
  (await commands[name].load())(program, () => () => Promise.resolve());
  return program.commands[0]!;
}

/** The option whose value is being typed, if one is. */
function optionBefore({ options }: Command, word: string | undefined): Option | null {
  const option = options.find(({ long, short }) => word !== undefined && (word === long || word === short));
  return option && (option.required || option.optional) ? option : null;
}

function valuesOf(option: Option, command: string): Answer[] {
  if (option.argChoices) return option.argChoices.map((word) => ({ word, what: option.description }));
  // Of its values only the beginning can be listed: a file may follow.
  if (option.long === "--format" && command !== "inventory")
    return Object.keys(formats).map((word) => ({ word, what: "report format" }));
  return [];
}

function flagsOf({ options }: Command, alone: boolean): Answer[] {
  const flags = options.flatMap(({ long, description, hidden }) =>
    long && !hidden ? [{ word: long, what: description }] : [],
  );
  const general = [{ word: "--help", what: "print help" }];
  return [...flags, ...general, ...(alone ? [{ word: "--version", what: "print the version" }] : [])];
}

/** How many arguments stand before the one being typed. */
function positionIn(command: Command, before: readonly string[]): number {
  return before.filter((word, index) => !word.startsWith("-") && !optionBefore(command, before[index - 1])).length;
}

async function argumentAnswers(command: Command, position: number): Promise<Answer[]> {
  const taken = command.registeredArguments;
  const last = taken.at(-1);
  const argument = taken[position] ?? (last?.variadic ? last : undefined);
  if (!argument) return [];
  if (argument.argChoices) return argument.argChoices.map((word) => ({ word, what: argument.description }));
  return idsFor(command.name(), argument);
}

async function idsFor(command: string, argument: Argument): Promise<Answer[]> {
  if (command !== "explain" && command !== "rules") return [];
  const { rules } = await loadCatalog();
  if (command === "explain") return [...rules.values()].map(({ id, title }) => ({ word: id, what: title.en }));
  const themes = new Set([...rules.keys()].map((id) => id.slice(0, id.indexOf("/"))));
  return [...themes].map((word) => ({ word, what: argument.description }));
}
