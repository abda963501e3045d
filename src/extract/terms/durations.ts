import ms from "ms";
import { parse, toSeconds } from "iso8601-duration";

/** Seconds of a unit by any of its names: `d`, `day`, `DAYS`; null for what is none. Months and years are those of a calendar on average. */
export function unitSeconds(name: string): number | null {
  const bare = name.toLowerCase().replace(/s$/, "");
  return Object.hasOwn(UNITS, bare) ? UNITS[bare]! : null;
}

const DAY = 86_400;
const UNITS: Readonly<Record<string, number>> = {
  ms: 0.001,
  millisecond: 0.001,
  second: 1,
  sec: 1,
  minute: 60,
  min: 60,
  hour: 3600,
  hr: 3600,
  h: 3600,
  day: DAY,
  d: DAY,
  week: 7 * DAY,
  w: 7 * DAY,
  fortnight: 14 * DAY,
  month: (365 * DAY) / 12,
  mon: (365 * DAY) / 12,
  quarter: (365 * DAY) / 4,
  year: 365 * DAY,
  y: 365 * DAY,
  yr: 365 * DAY,
};

/** Seconds of a duration in text: `30d`, `2 days`, `P30D`; null for text that is none. A bare number has no unit and is none. */
export function durationText(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed.length > 40) return null;
  if (/^P(?=[\dT])/.test(trimmed)) return isoSeconds(trimmed);
  if (!/^-?[\d.]+\s*[a-z]+$/i.test(trimmed)) return null;
  const months = /^([\d.]+)\s*(?:mo|month|months)$/i.exec(trimmed);
  if (months) return Number(months[1]) * UNITS.month!;
  const milliseconds = ms(trimmed as ms.StringValue) as number | undefined;
  return typeof milliseconds === "number" && Number.isFinite(milliseconds) ? milliseconds / 1000 : null;
}

function isoSeconds(text: string): number | null {
  try {
    const { years = 0, months = 0, ...rest } = parse(text);
    return years * UNITS.year! + months * UNITS.month! + toSeconds(rest, new Date(0));
  } catch {
    return null;
  }
}

/** Seconds of PostgreSQL's and MySQL's intervals: `30 days`, `1 year 6 months`, `30 DAY`. */
export function intervalText(text: string): number | null {
  let total = 0;
  let seen = false;
  for (const [, amount, unit] of text.matchAll(/(\d{1,9})\s{0,9}([a-z]{1,12})/gi)) {
    const seconds = unitSeconds(unit!);
    if (seconds === null) return null;
    total += Number(amount) * seconds;
    seen = true;
  }
  return seen ? total : null;
}
