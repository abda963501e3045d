import type { Command } from "commander";
import { audit, type AuditRun } from "../../audit/index.js";
import { loadCatalog } from "../../catalog/index.js";
import { renderField, renderRule, type ReportContext } from "../../report/index.js";
import type { Acting } from "../acting.js";
import { exitCodes, type ExitCode } from "../exit-code.js";
import { findTopic, nearestTopics, topicOf } from "../explain-topic.js";
import { UsageError } from "../failure.js";
import { withReadingFlags, type ReadingFlags } from "../flags.js";
import { examples } from "../help.js";
import { contextFor } from "../report.js";
import type { Session } from "../session.js";
import { workOptions } from "../work-options.js";

/** Fields of one name that are explained in full; the rest are named. */
const SHOWN = 3;

/** `opis explain WHAT`: a rule, a field or a place; what it is taken for, why, and what to do. */
export function addExplainCommand(program: Command, acting: Acting): void {
  withReadingFlags(
    program
      .command("explain")
      .description("Explains a rule, a field or a place: what, why, on which evidence, what to do.")
      .argument("<what>", "a rule, a field id or FILE:LINE"),
  )
    .addHelpText(
      "after",
      examples([
        ["opis explain special/not-exempted", "a rule"],
        ["opis explain prisma:User.email", "a field, personal or not"],
        ["opis explain src/user.ts:12", "whatever stands there"],
      ]),
    )
    .action(acting(explainCommand));
}

async function explainCommand(what: string, flags: ReadingFlags, session: Session): Promise<ExitCode> {
  const { io } = session;
  const shipped = await loadCatalog();
  const rule = shipped.rules.get(what);
  if (rule) {
    const options = { language: session.words.language, color: flags.color, stream: io.stdout };
    io.stdout.write(renderRule(rule, contextFor(shipped, io, options)));
    return exitCodes.clean;
  }
  const run = await session.withProgress(flags, (progress) =>
    audit({
      minConfidence: flags.minConfidence,
      ...(flags.map && { map: flags.map }),
      ...workOptions(flags, io),
      progress,
    }),
  );
  const language = session.speak(flags.lang ?? run.model?.map.audit.language ?? "en");
  const texts = new Map<string, string>();
  const context = contextFor(run.catalog, io, { language, color: flags.color, stream: io.stdout, texts });
  io.stdout.write(await explanation(what, run, { session, context, texts }));
  return exitCodes.clean;
}

interface Explaining {
  readonly session: Session;
  readonly context: ReportContext;
  /** Filled with the files that are quoted. */
  readonly texts: Map<string, string>;
}

async function explanation(what: string, run: AuditRun, { session, context, texts }: Explaining): Promise<string> {
  const { words, io } = session;
  const found = findTopic(what, run, io.cwd);
  const shown = found.fields.slice(0, SHOWN);
  for (const { place } of shown) {
    const text = await run.sources(place.file);
    if (text !== null) texts.set(place.file, text);
  }
  const parts = [
    ...shown.map((field) => renderField(topicOf(field, run), context)),
    ...found.rules.map((rule) => renderRule(rule, context)),
  ];
  if (parts.length === 0) {
    const near = nearestTopics(what, run);
    const hint =
      near.length > 0 ? words.say("explain.nearest", { list: near.join(", ") }) : words.say("explain.example");
    throw new UsageError(words.say("explain.unknown", { what }), hint);
  }
  const more = found.fields.slice(SHOWN);
  if (more.length > 0) {
    parts.push(`${words.say("explain.more", { n: more.length, list: more.map(({ id }) => id).join(", ") })}\n`);
  }
  return parts.join("\n\n");
}
