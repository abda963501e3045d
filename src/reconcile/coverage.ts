import type { Coverage, ReconciledField } from "../model/index.js";

/** A field the map or an annotation accounts for. */
export function isDeclared({ entry, field, cookie }: ReconciledField): boolean {
  return entry !== null || field.annotation !== null || cookie !== null;
}

/**
 * Fields that the map denies to be personal data are not counted. For a cookie its line in `cookies:` says kind and lifetime, which stand for
 * category and retention.
 */
export function measureCoverage(fields: readonly ReconciledField[]): Coverage {
  const personal = fields.filter((field) => field.notPersonal === null);
  const count = (holds: (field: ReconciledField) => boolean): number => personal.filter(holds).length;
  return {
    fields: personal.length,
    declared: count(isDeclared),
    withCategory: count(({ category, cookie }) => category !== null || cookie !== null),
    withPurpose: count(({ purposes }) => purposes.length > 0),
    withRetention: count(({ retention, cookie }) => retention.length > 0 || cookie !== null),
  };
}
