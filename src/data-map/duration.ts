import { parse } from "iso8601-duration";

const daysPerYear = 365;

/**
 * Length of a duration of the map in days, or null for text that is none. A year counts 365 days, a month a twelfth of that, ten business
 * days two weeks, `session` nothing: good for comparing a declared term with one in code, not for reckoning a calendar day.
 */
export function durationInDays(text: string): number | null {
  if (text === "session") return 0;
  const businessDays = /^([1-9][0-9]{0,8})bd$/.exec(text);
  if (businessDays) return (Number(businessDays[1]) * 7) / 5;
  const parts = parseIso(text);
  if (!parts) return null;
  const { years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = parts;
  const clock = hours / 24 + minutes / 1440 + seconds / 86_400;
  return years * daysPerYear + (months * daysPerYear) / 12 + weeks * 7 + days + clock;
}

function parseIso(text: string): ReturnType<typeof parse> | null {
  if (!/^P(?=[0-9T])[0-9.,YMWDTHS]*[YMWDHS]$/.test(text) || text.length > 100) return null;
  try {
    return parse(text.replaceAll(",", "."));
  } catch {
    return null;
  }
}
