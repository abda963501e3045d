import { parse } from "iso8601-duration";

/** The day a period of years, months, weeks and days after an ISO date, both ends as people count them; null for a period of another kind. */
export function dateAfter(date: string, period: string): string | null {
  if (!/^P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/.test(period)) return null;
  const { years = 0, months = 0, weeks = 0, days = 0 } = parse(period);
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year + years, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  // A month after 31 January is the last day of February.
  first.setUTCDate(Math.min(day, lastDay) + weeks * 7 + days);
  return first.toISOString().slice(0, 10);
}
