import type { AuditResult, Finding, Place } from "../model/index.js";
import type { ReportContext } from "./context.js";

/** Where a CI platform shows a finding: in the file, or in the map when it has no place of its own. Paths count from the repository. */
export interface Location {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number | null;
  readonly endColumn: number | null;
}

export function locationOf(
  { place }: Pick<Finding, "place">,
  { map }: Pick<AuditResult, "map">,
  context: ReportContext,
): Location | null {
  if (place) return toLocation(place, context);
  return map === null ? null : toLocation({ file: map, line: 1, column: 1 }, context);
}

export function toLocation(place: Place, { repositoryPath }: Pick<ReportContext, "repositoryPath">): Location {
  const { file, line, column, endLine, endColumn } = place;
  return { path: repositoryPath + file, line, column, endLine: endLine ?? null, endColumn: endColumn ?? null };
}
