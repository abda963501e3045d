import { watch } from "chokidar";
import { join, relative, resolve, sep } from "node:path";
import type { AuditRun } from "../audit/index.js";
import { CodeBase, type LiveOptions } from "../live/index.js";
import { compareText, type Finding } from "../model/index.js";

/** Events that come closer together than this are one change: editors and git write many files at a time. */
const TOGETHER_MS = 100;

/** Folders whose files are never audited. */
const NEVER = new Set(["node_modules", ".git"]);

/** A code base with the audit it has now, followed through changes on disk. */
export interface Watched {
  readonly base: CodeBase;
  readonly run: AuditRun;
}

export interface Turn {
  readonly appeared: readonly Finding[];
  readonly gone: readonly Finding[];
  /** Paths relative to the root. */
  readonly changed: readonly string[];
}

/**
 * Audits again whenever files change, and tells what that brought. Ends when the signal is given.
 * @throws NoFilesError when there is nothing to audit at first
 */
export async function follow(
  options: LiveOptions,
  {
    signal,
    first,
    turn,
  }: {
    readonly signal: AbortSignal;
    first(now: Watched): void;
    turn(turn: Turn, now: Watched): void;
  },
): Promise<Watched> {
  let base = await CodeBase.open(options);
  let now: Watched = { base, run: await base.audit() };
  const pending = new Map<string, "changed" | "moved">();
  const watcher = watch(base.root, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) =>
      relative(base.root, path)
        .split(sep)
        .some((part) => NEVER.has(part)),
  });
  await new Promise<void>((ready) => watcher.once("ready", ready));
  first(now);
  return new Promise((resolvePromise, reject) => {
    let timer: NodeJS.Timeout | null = null;
    let working = false;
    const stop = (): void => {
      if (timer) clearTimeout(timer);
      void watcher.close().then(() => resolvePromise(now));
    };
    const later = (path: string, what: "changed" | "moved"): void => {
      if (pending.get(path) !== "moved") pending.set(path, what);
      if (timer) clearTimeout(timer);
      timer = setTimeout(() => void work(), TOGETHER_MS);
    };
    const work = async (): Promise<void> => {
      if (working || signal.aborted) return;
      working = true;
      try {
        while (pending.size > 0) await takeIn();
      } catch (error) {
        await watcher.close();
        reject(error as Error);
      }
      working = false;
    };
    const takeIn = async (): Promise<void> => {
      const changes = [...pending];
      pending.clear();
      if (!changes.some(([path, what]) => what === "moved" || concerns(path, now))) return;
      if (changes.some(([path]) => extendsCatalog(path, base))) base = await CodeBase.open(options);
      else await update(base, changes);
      const run = await base.audit();
      const { appeared, gone } = compare(now.run, run);
      const changed = changes.map(([path]) => relative(base.root, path).split(sep).join("/")).sort(compareText);
      now = { base, run };
      if (!signal.aborted) turn({ appeared, gone, changed }, now);
    };
    watcher.on("change", (path) => later(path, "changed"));
    watcher.on("add", (path) => later(path, "moved"));
    watcher.on("unlink", (path) => later(path, "moved"));
    watcher.on("error", (error) => reject(error as Error));
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
}

async function update(base: CodeBase, changes: readonly (readonly [string, "changed" | "moved"])[]): Promise<void> {
  if (changes.some(([, what]) => what === "moved")) await base.refresh();
  for (const [path] of changes) {
    const file = base.nameOf(path);
    if (base.isMap(path) || isPartOfMap(path, base)) await base.changeMap(path, null);
    else if (file !== null) await base.change(file, null);
  }
}

/** A new file may be one that the map includes; one that appears where there was no map may be the map. */
function isPartOfMap(path: string, { prepared: { mapFile } }: CodeBase): boolean {
  return mapFile !== null ? /\.ya?ml$/.test(path) : /(?:^|[/\\])opis\.ya?ml$/.test(path);
}

function concerns(path: string, { base }: Watched): boolean {
  const policy = base.prepared.map?.policy?.file;
  return (
    base.nameOf(path) !== null ||
    isPartOfMap(path, base) ||
    (policy !== undefined && resolve(base.root, policy) === path) ||
    extendsCatalog(path, base)
  );
}

function extendsCatalog(path: string, { root, prepared: { map } }: CodeBase): boolean {
  const { dataTypes = [], recipients = [], rulesFrom = [] } = map?.audit ?? {};
  return [...dataTypes, ...recipients, ...rulesFrom].some((file) => `${path}${sep}`.startsWith(join(root, file)));
}

function compare(before: AuditRun, after: AuditRun): Pick<Turn, "appeared" | "gone"> {
  const known = new Set(before.result.findings.map(({ fingerprint }) => fingerprint));
  const present = new Set(after.result.findings.map(({ fingerprint }) => fingerprint));
  return {
    appeared: after.result.findings.filter(({ fingerprint }) => !known.has(fingerprint)),
    gone: before.result.findings.filter(({ fingerprint }) => !present.has(fingerprint)),
  };
}
