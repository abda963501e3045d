import { formatPlace, groupBy, type Finding } from "../model/index.js";
import type { ReportContext, Renderer } from "./context.js";
import { plainMessage, plainRemedy } from "./finding-message.js";
import { references } from "./references.js";
import { toXml, type Element } from "./xml.js";

/** JUnit's XML as CI servers read it: a suite for each file, a case for each finding. Notes pass; they say what they have to say all the same. */
export const renderJunit: Renderer = ({ findings }, context) => {
  const suites =
    findings.length === 0
      ? [clean(context)]
      : [...groupBy(findings, ({ place }) => place?.file ?? "")].map(([file, own]) => suite(file, own, context));
  const failures = findings.filter(isFailure).length;
  return toXml({
    name: "testsuites",
    attributes: { name: "opis", tests: Math.max(1, findings.length), failures, errors: 0 },
    children: suites,
  });
};

function isFailure({ severity }: Finding): boolean {
  return severity !== "note";
}

/** A report without a single case is taken for a fault by some servers. */
function clean({ words }: ReportContext): Element {
  return {
    name: "testsuite",
    attributes: { name: "opis", tests: 1, failures: 0, errors: 0 },
    children: [{ name: "testcase", attributes: { name: words.say("summary.clean"), classname: "opis" } }],
  };
}

function suite(file: string, findings: readonly Finding[], context: ReportContext): Element {
  const name = file || context.words.say("finding.nowhere");
  return {
    name: "testsuite",
    attributes: { name, tests: findings.length, failures: findings.filter(isFailure).length, errors: 0 },
    children: findings.map((finding) => testCase(finding, name, context)),
  };
}

function testCase(finding: Finding, file: string, context: ReportContext): Element {
  const rule = context.catalog.rules.get(finding.rule) ?? null;
  const message = plainMessage(finding, rule, context);
  const at = finding.place ? ` (${finding.place.line}:${finding.place.column})` : "";
  const text = [
    finding.place ? formatPlace(finding.place) : "",
    message,
    references(finding, context.words).join(" · "),
    plainRemedy(finding, rule, context),
  ]
    .filter(Boolean)
    .join("\n");
  const outcome: Element = isFailure(finding)
    ? { name: "failure", attributes: { type: finding.severity, message }, text }
    : { name: "system-out", attributes: {}, text };
  return {
    name: "testcase",
    attributes: { name: `${finding.rule}: ${message}${at}`, classname: file },
    children: [outcome],
  };
}
