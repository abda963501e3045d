import type { Command } from "commander";
import { resolve } from "node:path";
import { audit, policyReport, type AuditRun } from "../../audit/index.js";
import type { Language, PolicyReport } from "../../model/index.js";
import { draftPolicy } from "../../policy/index.js";
import { renderPolicy, renderPolicyJson, renderPolicyMarkdown } from "../../report/index.js";
import type { Acting } from "../acting.js";
import { auditExitCode, exitCodes, type ExitCode } from "../exit-code.js";
import { UsageError } from "../failure.js";
import { withPolicyFlags, type PolicyFlags } from "../flags.js";
import { examples } from "../help.js";
import { contextFor } from "../report.js";
import type { Session } from "../session.js";
import { workOptions } from "../work-options.js";
import { writeWhole } from "../write-file.js";

/** `opis policy [FILE]`: the published policy held against map and code; `--draft` writes what the map says as one. */
export function addPolicyCommand(program: Command, acting: Acting): void {
  withPolicyFlags(
    program
      .command("policy")
      .description(
        "Reads the published policy (Markdown, HTML, Word or plain text, in Russian or English), holds what its clauses\nsay against the map and the code, and lists the clauses that it did not understand.",
      )
      .argument("[file]", "the policy; default: the one that the map names"),
  )
    .addHelpText(
      "after",
      examples([
        ["opis policy", "the policy that the map names"],
        ["opis policy privacy.docx --lang ru", "another text, in Russian"],
        ["opis policy -f markdown -o policy-report.md", "for those who will mend it"],
        ["opis policy --draft --lang ru -o policy.md", "the data sections, from the map"],
      ]),
    )
    .action((file: string | undefined, flags: PolicyFlags) => acting(policyCommand)(file, flags));
}

async function policyCommand(file: string | undefined, flags: PolicyFlags, session: Session): Promise<ExitCode> {
  const { io } = session;
  const run = await session.withProgress(flags, (progress) =>
    audit({
      minConfidence: flags.minConfidence,
      ...(flags.map && { map: flags.map }),
      ...(file !== undefined && !flags.draft && { policy: file }),
      ...workOptions(flags, io),
      progress,
    }),
  );
  const { model } = run;
  if (!model) {
    const { words } = session;
    throw new UsageError(words.say("error.no-map", { folder: resolve(io.cwd) }), words.say("error.no-map-hint"));
  }
  const language = session.speak(flags.lang ?? model.map.audit.language ?? "en");
  if (flags.draft) {
    await write(draftPolicy(model.map, { language, catalog: run.catalog }), flags, session);
    return exitCodes.clean;
  }
  const report = policyReport(model, run.result.findings);
  if (!report) {
    const { words } = session;
    throw new UsageError(
      words.say("policy.unread", { file: model.map.policy?.file ?? "–" }),
      words.say("policy.unread-hint"),
    );
  }
  await write(render(report, run, flags, { language, session }), flags, session);
  return auditExitCode({
    findings: report.findings,
    failOn: flags.failOn ?? model.map.audit.failOn ?? "error",
    skipped: run.result.scope.skipped,
    requireComplete: false,
    judged: true,
  });
}

function render(
  report: PolicyReport,
  { catalog }: AuditRun,
  { format, color, output }: PolicyFlags,
  { language, session: { io } }: { readonly language: Language; readonly session: Session },
): string {
  const stream = output === undefined ? io.stdout : null;
  const context = contextFor(catalog, io, { language, color, stream });
  switch (format) {
    case "json":
      return renderPolicyJson(report, context);
    case "markdown":
      return renderPolicyMarkdown(report, context);
    case "terminal":
      return renderPolicy(report, context);
  }
}

async function write(text: string, flags: PolicyFlags, session: Session): Promise<void> {
  const { io, words } = session;
  if (flags.output === undefined || flags.output === "-") {
    io.stdout.write(text);
    return;
  }
  await writeWhole(io.cwd, flags.output, text, words);
  session.notice(words.say("wrote", { file: flags.output }), flags);
}
