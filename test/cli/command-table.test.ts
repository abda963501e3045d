import { Command } from "commander";
import { expect, test } from "vitest";
import { commandNames, commands } from "../../src/cli/command-table.js";

// The list is told without loading the commands, so that help comes at once: it must tell what they are.
test.each(commandNames)("%s is what the list says", async (name) => {
  const program = new Command();
  const { arguments: listed, load } = commands[name];
  (await load())(program, () => () => Promise.resolve());
  const [command, ...others] = program.commands;
  expect(others).toEqual([]);
  const usage = command!.registeredArguments.map((argument) => {
    const inner = argument.variadic ? `${argument.name()}...` : argument.name();
    return argument.required ? `<${inner}>` : `[${inner}]`;
  });
  expect({ name: command!.name(), usage: usage.join(" ") }).toEqual({ name, usage: listed });
});
