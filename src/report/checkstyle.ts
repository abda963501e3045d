import { groupBy, type Severity } from "../model/index.js";
import type { Renderer } from "./context.js";
import { plainMessage } from "./finding-message.js";
import { locationOf } from "./located.js";
import { toXml } from "./xml.js";

const SEVERITY = { error: "error", warning: "warning", note: "info" } as const satisfies Record<Severity, string>;

/** Checkstyle's XML, which most review bots and older CI servers read. */
export const renderCheckstyle: Renderer = (result, context) => {
  const located = result.findings.flatMap((finding) => {
    const location = locationOf(finding, result, context);
    return location ? [{ finding, location }] : [];
  });
  return toXml({
    name: "checkstyle",
    attributes: { version: "4.3" },
    children: [...groupBy(located, ({ location }) => location.path)].map(([path, own]) => ({
      name: "file",
      attributes: { name: path },
      children: own.map(({ finding, location }) => ({
        name: "error",
        attributes: {
          line: location.line,
          column: location.column,
          severity: SEVERITY[finding.severity],
          message: plainMessage(finding, context.catalog.rules.get(finding.rule) ?? null, context),
          source: `opis.${finding.rule}`,
        },
      })),
    })),
  });
};
