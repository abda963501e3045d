import type { Command } from "commander";
import type { AuditRun } from "../../audit/index.js";
import { formatComplaints } from "../../data-map/index.js";
import { formatPlace, type Finding } from "../../model/index.js";
import { escapeTerminal, escapeTerminalLines, messageOf, type ReportContext } from "../../report/index.js";
import type { Acting } from "../acting.js";
import { auditExitCode, exitCodes, type ExitCode } from "../exit-code.js";
import { withWatchFlags, type WatchFlags } from "../flags.js";
import { examples } from "../help.js";
import { contextFor } from "../report.js";
import type { Session } from "../session.js";
import type { Turn, Watched } from "../watching.js";
import { workOptions } from "../work-options.js";

/** `opis watch`: the audit again and again, told by what each change brings. */
export function addWatchCommand(program: Command, acting: Acting): void {
  withWatchFlags(
    program
      .command("watch")
      .description("Audits again on every change and tells what appeared and what went. Ends with q or Ctrl-C.")
      .argument("[paths...]", "files and folders to audit; default: the folder of the data map"),
  )
    .addHelpText(
      "after",
      examples([
        ["opis watch", "beside the editor"],
        ["opis watch src --lang ru", "one folder, in Russian"],
      ]),
    )
    .action(acting(watchCommand));
}

async function watchCommand(paths: readonly string[], flags: WatchFlags, session: Session): Promise<ExitCode> {
  const { io } = session;
  const { follow } = await import("../watching.js");
  const end = new AbortController();
  let interrupted = false;
  const release = io.keys?.((key) => {
    interrupted = key === CTRL_C;
    if (interrupted || key === "q" || key === "й") end.abort();
  });
  const show = new Showing(flags, session);
  try {
    const { run } = await follow(
      {
        ...workOptions(flags, io),
        paths,
        minConfidence: flags.minConfidence,
        ...(flags.map && { map: flags.map }),
        ...(flags.regime && { regimes: flags.regime }),
      },
      {
        signal: end.signal,
        first: (now) => show.first(now, release !== undefined),
        turn: (turn, now) => show.turn(turn, now),
      },
    );
    return interrupted ? exitCodes.interrupted : codeOf(run, flags);
  } finally {
    release?.();
  }
}

const CTRL_C = "\u0003";

/** The code an audit would have ended with. */
function codeOf({ model, result }: AuditRun, { failOn }: WatchFlags): ExitCode {
  return auditExitCode({
    findings: result.findings,
    failOn: failOn ?? model?.map.audit.failOn ?? "error",
    skipped: result.scope.skipped,
    requireComplete: false,
    judged: model !== null,
  });
}

class Showing {
  readonly #flags: WatchFlags;
  readonly #session: Session;
  #complained = "";

  constructor(flags: WatchFlags, session: Session) {
    this.#flags = flags;
    this.#session = session;
  }

  first(now: Watched, keys: boolean): void {
    const { words } = this.#speak(now);
    for (const finding of now.run.result.findings) this.#line(" ", finding, now);
    this.#counts(now);
    this.#complaints(now);
    this.#session.notice(words.say(keys ? "watch.quit" : "watch.watching", { root: now.run.root }), this.#flags);
  }

  turn({ appeared, gone, changed }: Turn, now: Watched): void {
    this.#speak(now);
    const [file = "", ...others] = changed;
    const { colour } = this.#context(now);
    const more = others.length > 0 ? ` +${others.length}` : "";
    this.#write(colour.dim(`${escapeTerminal(file)}${more}`));
    for (const finding of gone) this.#line("-", finding, now);
    for (const finding of appeared) this.#line("+", finding, now);
    this.#counts(now);
    this.#complaints(now);
  }

  #speak({ run }: Watched): Session {
    this.#session.speak(this.#flags.lang ?? run.model?.map.audit.language ?? "en");
    return this.#session;
  }

  #context({ run }: Watched): ReportContext {
    const { io, words } = this.#session;
    return contextFor(run.catalog, io, { language: words.language, color: this.#flags.color, stream: io.stdout });
  }

  #line(mark: " " | "+" | "-", finding: Finding, now: Watched): void {
    const context = this.#context(now);
    const { colour, words } = context;
    const paint = mark === "+" ? colour.red : mark === "-" ? colour.green : colour.reset;
    const where = finding.place ? escapeTerminal(formatPlace(finding.place)) : (now.run.result.map ?? "");
    const message = messageOf(finding, now.run.catalog.rules.get(finding.rule) ?? null, context);
    const severity = words.say(`severity.${finding.severity}`);
    this.#write(`${paint(`${mark} ${severity}`)}  ${where}  ${message}  ${colour.dim(finding.rule)}`);
  }

  #counts({ run: { result } }: Watched): void {
    const { words } = this.#session;
    const count = (severity: Finding["severity"]) =>
      result.findings.filter((finding) => finding.severity === severity).length;
    this.#write(
      words.say("watch.counts", { errors: count("error"), warnings: count("warning"), notes: count("note") }),
    );
  }

  /** Faults of the map, once for as long as they stay the same. */
  #complaints({ base: { complaints } }: Watched): void {
    const text = complaints.length > 0 ? formatComplaints(complaints, this.#session.words.language) : "";
    if (text !== "" && text !== this.#complained) {
      this.#write(this.#session.words.say("error.map", { n: complaints.length }));
      this.#write(escapeTerminalLines(text));
    }
    this.#complained = text;
  }

  #write(text: string): void {
    this.#session.io.stdout.write(`${text}\n`);
  }
}
