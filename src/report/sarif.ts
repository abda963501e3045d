import type {
  CodeFlow,
  Location as SarifLocation,
  Log,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
  Run,
} from "sarif";
import type { AuditResult, Finding, Place, SuppressedFinding } from "../model/index.js";
import type { ReportContext, Renderer } from "./context.js";
import { toSafeJson } from "./escape/json.js";
import { escapeTerminal } from "./escape/terminal.js";
import { plainMessage } from "./finding-message.js";
import { locationOf, toLocation, type Location } from "./located.js";
import { roleWords } from "./related-role.js";
import { sarifRule } from "./sarif-rule.js";

/** SARIF 2.1.0 as OASIS publishes it, with what GitHub code scanning asks of uploads. */
export const renderSarif: Renderer = (result, context) => {
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [run(result, context)],
  };
  return `${toSafeJson(log)}\n`;
};

function run(result: AuditResult, context: ReportContext): Run {
  const known = result.comparison?.known ?? [];
  const all = [...result.findings, ...known, ...result.suppressed.map(({ finding }) => finding)];
  const ids = [...new Set(all.map(({ rule }) => rule))].sort();
  const indexes = new Map(ids.map((id, index) => [id, index]));
  return {
    tool: {
      driver: {
        name: "Opis",
        version: result.tool.version,
        semanticVersion: result.tool.version,
        rules: ids.map((id) => ruleOf(id, context)),
      },
    },
    automationDetails: { id: "opis/" },
    language: context.words.language,
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: { [ROOT]: { description: { text: "The repository that the audited code belongs to" } } },
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notSeen(result, context) }],
    results: [
      ...result.findings.map((finding) => ({
        ...toResult(finding, null, { result, indexes, context }),
        ...(result.comparison && { baselineState: "new" as const }),
      })),
      ...known.map((finding) => ({
        ...toResult(finding, null, { result, indexes, context }),
        baselineState: "unchanged" as const,
      })),
      ...result.suppressed.map((each) => ({
        ...toResult(each.finding, each, { result, indexes, context }),
        // Where some results have a state, all must.
        ...(result.comparison && { baselineState: "unchanged" as const }),
      })),
    ],
  };
}

const ROOT = "%SRCROOT%";

function ruleOf(id: string, context: ReportContext): ReportingDescriptor {
  const rule = context.catalog.rules.get(id);
  return rule ? sarifRule(rule, context) : { id };
}

interface Around {
  readonly result: AuditResult;
  readonly indexes: ReadonlyMap<string, number>;
  readonly context: ReportContext;
}

function toResult(
  finding: Finding,
  suppressed: SuppressedFinding | null,
  { result, indexes, context }: Around,
): Result {
  const rule = context.catalog.rules.get(finding.rule) ?? null;
  const location = locationOf(finding, result, context);
  const related = (finding.related ?? []).map((each, id) => relatedLocation(each, id, context));
  const flows = codeFlows(finding, context);
  return {
    ruleId: finding.rule,
    ruleIndex: indexes.get(finding.rule)!,
    level: finding.severity,
    message: { text: plainText(plainMessage(finding, rule, context)) },
    locations: location ? [located(location)] : [],
    ...(related.length > 0 && { relatedLocations: related }),
    ...(flows.length > 0 && { codeFlows: flows }),
    partialFingerprints: { "opisFingerprint/v1": finding.fingerprint },
    ...(suppressed && { suppressions: [suppression(suppressed, result.map, context)] }),
  };
}

type Related = NonNullable<Finding["related"]>[number];

function relatedLocation({ place, role }: Related, id: number, context: ReportContext): SarifLocation {
  return { ...located(toLocation(place, context)), id, message: { text: plainText(roleWords(role, context.words)) } };
}

/** The way of a datum: each source with the steps after it, ending where the finding stands. */
function codeFlows({ place, related = [] }: Finding, context: ReportContext): CodeFlow[] {
  if (!place) return [];
  const paths: Related[][] = [];
  for (const each of related) {
    if (each.role === "source") paths.push([each]);
    else if (each.role === "step") paths.at(-1)?.push(each);
  }
  return paths.map((path) => ({
    threadFlows: [
      {
        locations: [...path, { place, role: "sink" }].map((each) => ({
          location: {
            ...located(toLocation(each.place, context)),
            message: { text: plainText(roleWords(each.role, context.words)) },
          },
        })),
      },
    ],
  }));
}

/** A comment in the code is `inSource`; a setting of the map is kept outside of the code it speaks of. */
function suppression(
  { reason, by }: SuppressedFinding,
  map: string | null,
  context: ReportContext,
): NonNullable<Result["suppressions"]>[number] {
  const inSource = by !== null && by.file !== map;
  return {
    kind: inSource ? "inSource" : "external",
    status: "accepted",
    justification: plainText(reason),
    ...(by && { location: located(toLocation(by, context)) }),
  };
}

/** Files that were not read, or only in part. */
function notSeen(
  { scope }: AuditResult,
  context: ReportContext,
): NonNullable<Run["invocations"]>[number]["toolExecutionNotifications"] {
  return scope.skipped.map((row) => {
    const place: Place = { file: row.file, line: row.line, column: row.column };
    const why = context.words.say(`skip.${row.reason}`);
    return {
      level: "note",
      message: { text: plainText(row.detail ? `${why} (${row.detail})` : why) },
      locations: [located(toLocation(place, context))],
    };
  });
}

function located({ path, ...at }: Location): SarifLocation {
  const physicalLocation: PhysicalLocation = {
    artifactLocation: { uri: path.split("/").map(encodeSegment).join("/"), uriBaseId: ROOT },
    region: region(at),
  };
  return { physicalLocation };
}

/** A name may hold anything, even halves of characters, which no URI can. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, "\ufffd"));
}

function region({ line, column, endLine, endColumn }: Omit<Location, "path">): Region {
  return {
    startLine: line,
    startColumn: column,
    ...(endLine !== null && { endLine }),
    ...(endColumn !== null && { endColumn }),
  };
}

/** In a SARIF message `[text](target)` is a link; nothing from scanned code may become one. */
function plainText(text: string): string {
  return escapeTerminal(text).replace(/\]\(/g, "] (");
}
