import { Argument, type Command } from "commander";
import { resolve } from "node:path";
import { audit, type AuditRun } from "../../audit/index.js";
import { loadCatalog } from "../../catalog/index.js";
import { compareProcessing } from "../../diff/index.js";
import { currentCommit } from "../../git/index.js";
import type { AuditResult, Catalog, Language } from "../../model/index.js";
import { reportKinds, type ReportFormat, type ReportKind, type ReportKindName } from "../../report/index.js";
import type { Acting } from "../acting.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { UsageError } from "../failure.js";
import { withReportFlags, type ReportFlags } from "../flags.js";
import { examples } from "../help.js";
import { textsOf } from "../report.js";
import { readResult } from "../saved-result.js";
import type { Session } from "../session.js";
import { workOptions } from "../work-options.js";
import { writeWhole } from "../write-file.js";

const KINDS = Object.entries<ReportKind>(reportKinds);

/** `opis report KIND [paths...]`: reports for those who answer for the data, from a fresh audit or a saved result. */
export function addReportCommand(program: Command, acting: Acting): void {
  withReportFlags(
    program
      .command("report")
      .description(
        `Audits, or takes a saved result, and writes a report of it:\n${KINDS.map(([name, { summary }]) => `  ${name}: ${summary}`).join("\n")}`,
      )
      .addArgument(new Argument("<kind>", "which report").choices(KINDS.map(([name]) => name)))
      .argument("[paths...]", "files and folders to audit; default: the folder of the data map"),
  )
    .addHelpText(
      "after",
      examples([
        ["opis report html", "audit, and write opis-report.html"],
        ["opis report html --lang ru -o report.html", "in Russian, elsewhere"],
        ["opis report html --from opis.json", "of a result saved with -f json=opis.json"],
        ["opis report html --previous last.json", "with what changed since"],
        ["opis report ropa -f xlsx --lang ru", "a document, as a workbook, in Russian"],
        ["opis report rkn-change --previous filed.json", "what changed since a notification was filed"],
        ["opis report access-answer --subject user", "an answer to people of one kind"],
      ]),
    )
    .action((kind: ReportKindName, paths: readonly string[], flags: ReportFlags) =>
      acting(reportCommand)({ kind, paths }, flags),
    );
}

interface Asked {
  readonly kind: ReportKindName;
  readonly paths: readonly string[];
}

interface Source {
  readonly result: AuditResult;
  readonly catalog: Catalog;
  /** Language that the map asks for. */
  readonly language: Language | null;
  readonly sources: AuditRun["sources"];
  readonly commit: string | null;
}

async function reportCommand({ kind, paths }: Asked, flags: ReportFlags, session: Session): Promise<ExitCode> {
  const { io } = session;
  const asked: ReportKind = reportKinds[kind];
  const format = formatOf(asked, flags, session);
  if (asked.needs === "previous" && flags.previous === undefined)
    throw new UsageError(session.words.say("report.needs-previous", { kind }));
  const saved = (name: string): Promise<AuditResult> => readSaved(name, session);
  const {
    result,
    catalog,
    language: own,
    sources,
    commit,
  } = await (flags.from === undefined ? audited(paths, flags, session) : fromSaved(await saved(flags.from)));
  const language = session.speak(flags.lang ?? own ?? "en");
  const previous = flags.previous === undefined ? null : await saved(flags.previous);
  const { render, file: name, quotes } = asked;
  const subject = asked.needs === "subject" ? subjectOf(result, flags, session) : null;
  const input = {
    ...{ result, commit, subject },
    previous,
    changes:
      previous &&
      compareProcessing(
        { name: flags.previous!, result: previous },
        { name: session.words.say("diff.now"), result },
        catalog,
      ),
    catalog,
    language,
    texts: quotes ? await textsOf(placesOf(result), sources) : new Map(),
  };
  const report = await render(input, format);
  const file = flags.output ?? `${name}.${format}`;
  await writeWhole(io.cwd, file, report, session.words);
  session.notice(session.words.say("wrote", { file }), flags);
  return exitCodes.clean;
}

/** The format that was asked for, by name or by the ending of the file. */
function formatOf({ formats }: ReportKind, { format, output }: ReportFlags, { words }: Session): ReportFormat {
  if (format === undefined) return formats.find((name) => output?.endsWith(`.${name}`)) ?? formats[0]!;
  if (formats.includes(format)) return format;
  throw new UsageError(words.say("error.format", { format, formats: formats.join(", ") }));
}

/** The kind of data subject that was asked for, which the map has to know. */
function subjectOf({ declared }: AuditResult, { subject }: ReportFlags, { words }: Session): string {
  const known = declared?.subjects.map(({ id }) => id) ?? [];
  if (subject !== undefined && known.includes(subject)) return subject;
  if (known.length === 0) throw new UsageError(words.say("report.no-subjects"));
  throw new UsageError(words.say("report.subject", { list: known.join(", ") }));
}

async function audited(paths: readonly string[], flags: ReportFlags, session: Session): Promise<Source> {
  const run = await session.withProgress(flags, (progress) =>
    audit({
      paths,
      minConfidence: flags.minConfidence,
      ...(flags.map && { map: flags.map }),
      ...(flags.regime && { regimes: flags.regime }),
      ...workOptions(flags, session.io),
      progress,
    }),
  );
  return { ...run, language: run.model?.map.audit.language ?? null, commit: await currentCommit(run.root) };
}

/** The code that a saved result is of may have changed since, or be elsewhere: its lines are not quoted. */
async function fromSaved(result: AuditResult): Promise<Source> {
  return { result, catalog: await loadCatalog(), language: null, sources: () => Promise.resolve(null), commit: null };
}

/** What a result of an earlier Opis did not say yet is empty. */
async function readSaved(name: string, { io, words }: Session): Promise<AuditResult> {
  const result = await readResult(resolve(io.cwd, name), name, words);
  const nothing = { purposes: [], subjects: [], retention: [], stores: [], notPersonal: false };
  return {
    ...{ storesInCode: [], flows: [], declared: null, date: "", comparison: null },
    ...result,
    inventory: result.inventory.map((row) => ({ ...nothing, ...row })),
  };
}

/** Files that findings and flows stand in, and those that they lead through. */
function placesOf({ findings, suppressed, flows, recipients }: AuditResult): string[] {
  return [
    ...[...findings, ...suppressed.map(({ finding }) => finding)].flatMap(({ place, related = [] }) => [
      ...(place ? [place.file] : []),
      ...related.map((each) => each.place.file),
    ]),
    ...flows.map(({ sink }) => sink.place.file),
    ...recipients.flatMap(({ mentions }) => mentions.map(({ place }) => place.file)),
  ];
}
