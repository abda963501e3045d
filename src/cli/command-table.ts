import type { Command } from "commander";
import type { Acting } from "./acting.js";

/** What the list of commands says of one. Whatever it needs to work is loaded when it is the one that was asked for. */
export interface CommandEntry {
  readonly arguments: string;
  readonly summary: string;
  readonly load: () => Promise<(program: Command, acting: Acting) => void>;
}

/** Every command, in the order that help lists them. */
export const commands = {
  audit: {
    arguments: "[paths...]",
    summary: "hold the code against its data map (what opis does without a command)",
    load: async () => (await import("./commands/audit.js")).addAuditCommand,
  },
  inventory: {
    arguments: "[paths...]",
    summary: "list the personal data that the code collects; needs no map",
    load: async () => (await import("./commands/inventory.js")).addInventoryCommand,
  },
  init: {
    arguments: "[paths...]",
    summary: "draft a data map from the code",
    load: async () => (await import("./commands/init.js")).addInitCommand,
  },
  import: {
    arguments: "<format> <files...>",
    summary: "draft a data map from a manifest of another tool (fides)",
    load: async () => (await import("./commands/import.js")).addImportCommand,
  },
  sync: {
    arguments: "[paths...]",
    summary: "bring the data map up to date with the code, in place",
    load: async () => (await import("./commands/sync.js")).addSyncCommand,
  },
  baseline: {
    arguments: "[paths...]",
    summary: "accept today's findings, so that only new ones fail",
    load: async () => (await import("./commands/baseline.js")).addBaselineCommand,
  },
  watch: {
    arguments: "[paths...]",
    summary: "audit again on every change, and tell what it brought",
    load: async () => (await import("./commands/watch.js")).addWatchCommand,
  },
  lsp: {
    arguments: "",
    summary: "serve an editor: findings as you type, hovers, fixes (LSP)",
    load: async () => (await import("./commands/lsp.js")).addLspCommand,
  },
  report: {
    arguments: "<kind> [paths...]",
    summary: "make a report to read, print, sign and file: a page, or a document that the law asks for",
    load: async () => (await import("./commands/report.js")).addReportCommand,
  },
  diff: {
    arguments: "<before> [after]",
    summary: "say what changes in the processing of personal data between two states",
    load: async () => (await import("./commands/diff.js")).addDiffCommand,
  },
  merge: {
    arguments: "<files...>",
    summary: "join the parts that opis audit --shard read, and report",
    load: async () => (await import("./commands/merge.js")).addMergeCommand,
  },
  explain: {
    arguments: "<what>",
    summary: "say what a rule asks for, or why a field was taken for what it is",
    load: async () => (await import("./commands/explain.js")).addExplainCommand,
  },
  policy: {
    arguments: "[file]",
    summary: "hold the published policy against the map and the code, or draft one from the map",
    load: async () => (await import("./commands/policy.js")).addPolicyCommand,
  },
  rules: {
    arguments: "[theme]",
    summary: "list the rules, and the catalogues they go by",
    load: async () => (await import("./commands/rules.js")).addRulesCommand,
  },
  schema: {
    arguments: "[name]",
    summary: "print a JSON Schema",
    load: async () => (await import("./commands/schema.js")).addSchemaCommand,
  },
  completion: {
    arguments: "<shell>",
    summary: "print the script by which a shell completes what you type",
    load: async () => (await import("./commands/completion.js")).addCompletionCommand,
  },
} as const satisfies Record<string, CommandEntry>;

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as readonly CommandName[];

export function isCommand(word: string): word is CommandName {
  return Object.hasOwn(commands, word);
}

/** Without a command an audit is meant. */
export const DEFAULT_COMMAND: CommandName = "audit";
