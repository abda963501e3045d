import type { Severity } from "../model/index.js";
import type { Renderer } from "./context.js";
import { toSafeJson } from "./escape/json.js";
import { plainMessage } from "./finding-message.js";
import { locationOf } from "./located.js";

const SEVERITY = { error: "major", warning: "minor", note: "info" } as const satisfies Record<Severity, string>;

/** GitLab's Code Quality report. Findings without a place stand at the head of the map. */
export const renderGitlab: Renderer = (result, context) =>
  `${toSafeJson(
    result.findings.flatMap((finding) => {
      const location = locationOf(finding, result, context);
      if (!location) return [];
      const rule = context.catalog.rules.get(finding.rule) ?? null;
      return {
        type: "issue",
        check_name: finding.rule,
        description: plainMessage(finding, rule, context),
        categories: ["Security"],
        severity: SEVERITY[finding.severity],
        fingerprint: finding.fingerprint,
        location: { path: location.path, lines: { begin: location.line, end: location.endLine ?? location.line } },
      };
    }),
  )}\n`;
