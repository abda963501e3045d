import type { Command } from "commander";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { audit, codeWhenMapChanged, type AuditOptions, type AuditRun } from "../../audit/index.js";
import { editDataMap, type EditedMap } from "../../data-map/index.js";
import { escapeTerminalLines } from "../../report/index.js";
import { planSync, type SyncPlan } from "../../sync/index.js";
import type { Acting } from "../acting.js";
import { coloursFor } from "../colours.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { UsageError } from "../failure.js";
import { withSyncFlags, type SyncFlags } from "../flags.js";
import { examples } from "../help.js";
import type { Session } from "../session.js";
import { renderTextDiff } from "../text-diff.js";
import { workOptions } from "../work-options.js";
import { writeWhole } from "../write-file.js";

/** `opis sync`: brings the map up to date with the code, as text, so that whatever is not concerned stays as it is. */
export function addSyncCommand(program: Command, acting: Acting): void {
  withSyncFlags(
    program
      .command("sync")
      .description(
        "Adds new fields to the data map, follows what was renamed and marks what is no longer in the code.\nShows the changes and asks; everything else in the map stays byte for byte.",
      )
      .argument("[paths...]", "files and folders to look at; default: the folder of the data map"),
  )
    .addHelpText(
      "after",
      examples([
        ["opis sync", "show the changes, and ask"],
        ["opis sync --write", "in scripts: write them"],
        ["opis sync --check", "in CI: exit 1 when there are any"],
      ]),
    )
    .action(acting(syncCommand));
}

async function syncCommand(paths: readonly string[], flags: SyncFlags, session: Session): Promise<ExitCode> {
  const { io } = session;
  const options: AuditOptions = {
    ...workOptions(flags, io),
    paths,
    minConfidence: flags.minConfidence,
    ...(flags.map && { map: flags.map }),
  };
  const { run, plan } = await session.withProgress(flags, async (progress) => {
    const run = await audit({ ...options, progress });
    session.speak(flags.lang ?? run.model?.map.audit.language ?? "en");
    return { run, plan: await planFor(run, options, session) };
  });
  const changes = await edit(run, plan);
  sayByHand(changes, flags, session);
  const changed = changes.filter(({ before, edited }) => before !== edited.text);
  if (changed.length === 0) {
    session.notice(session.words.say("sync.nothing"), flags);
    return exitCodes.clean;
  }
  const colour = coloursFor(io.stdout, io.env, flags.color);
  for (const { file, before, edited } of changed) io.stdout.write(renderTextDiff(file, before, edited.text, colour));
  session.notice(counts(plan, session), flags);
  if (flags.check) return exitCodes.findings;
  const agreed = flags.write || (io.ask ? await io.ask(session.words.say("sync.ask")) : false);
  if (agreed === null) return exitCodes.interrupted;
  if (!agreed) {
    session.notice(session.words.say("sync.unwritten"), flags);
    return exitCodes.clean;
  }
  for (const { file, edited } of changed) {
    await writeWhole(run.root, file, edited.text, session.words);
    session.notice(session.words.say("wrote", { file }), flags);
  }
  return exitCodes.clean;
}

async function planFor(run: AuditRun, options: AuditOptions, { words, io }: Session): Promise<SyncPlan> {
  const { model } = run;
  if (!model) {
    const folder = resolve(io.cwd, options.paths?.[0] ?? ".");
    throw new UsageError(words.say("error.no-map", { folder }), words.say("error.no-map-hint"));
  }
  const question = (types: readonly string[], category: string | null): string =>
    category === null ? words.say("sync.question-category", { types: types.join(", ") }) : words.say("sync.question");
  const first = planSync(model, { question, earlier: null });
  // History is asked only where there is something that may have been renamed.
  const doubtful = first.stale.length > 0 && first.added.length > 0;
  const earlier = doubtful ? await codeWhenMapChanged(run, options) : null;
  return earlier ? planSync(model, { question, earlier }) : first;
}

interface FileChange {
  /** Relative to the root. */
  readonly file: string;
  readonly before: string;
  readonly edited: EditedMap;
}

async function edit({ root }: AuditRun, { edits }: SyncPlan): Promise<FileChange[]> {
  return Promise.all(
    [...edits].map(async ([file, own]): Promise<FileChange> => {
      const before = await readFile(resolve(root, file), "utf8");
      return { file, before, edited: editDataMap(before, own) };
    }),
  );
}

function sayByHand(changes: readonly FileChange[], flags: SyncFlags, session: Session): void {
  for (const { file, edited } of changes) {
    for (const each of edited.byHand) {
      const what = "stale" in each ? `opis-stale: ${each.stale.join(", ")}` : `${each.from} → ${each.to}`;
      session.notice(escapeTerminalLines(session.words.say("sync.by-hand", { file, entry: each.entry, what })), flags);
    }
  }
}

function counts({ added, renamed, stale }: SyncPlan, { words }: Session): string {
  return [
    ...(added.length > 0 ? [words.say("sync.added", { n: added.length })] : []),
    ...(renamed.length > 0 ? [words.say("sync.renamed", { n: renamed.length })] : []),
    ...(stale.length > 0 ? [words.say("sync.stale", { n: stale.length })] : []),
  ].join("\n");
}
