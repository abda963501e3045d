const MONTHS: Readonly<Record<string, number>> = {
  ...numbered("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
  ...numbered("january february march april may june july august september october november december"),
  ...numbered("jan feb mar apr may jun jul aug sep oct nov dec"),
};

const DATE =
  /(?<iso>\b\d{4}-\d{2}-\d{2}\b)|(?<d1>\d{1,2})[./](?<m1>\d{1,2})[./](?<y1>\d{4})|[«"“]?(?<d2>\d{1,2})(?:st|nd|rd|th)?[»"”]?\s+(?:of\s+)?(?<m2>\p{L}{3,9})\.?,?\s+(?<y2>\d{4})|(?<m3>\p{L}{3,9})\.?\s+(?<d3>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y3>\d{4})/gu;

export interface DateFound {
  /** ISO. */
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

/** Days that a text names, in order; what merely looks like one is left out. */
export function datesIn(text: string): DateFound[] {
  return [...text.matchAll(DATE)].flatMap((match) => {
    const { iso, d1, m1, y1, d2, m2, y2, d3, m3, y3 } = match.groups ?? {};
    const date = iso ?? isoOf(y1 ?? y2 ?? y3, m1 ?? monthOf(m2 ?? m3), d1 ?? d2 ?? d3);
    return date === null ? [] : [{ date, start: match.index, end: match.index + match[0].length }];
  });
}

function numbered(names: string): Record<string, number> {
  return Object.fromEntries(names.split(" ").map((name, index) => [name, index + 1]));
}

function monthOf(name: string | undefined): string | undefined {
  const lower = name?.toLowerCase() ?? "";
  return Object.hasOwn(MONTHS, lower) ? String(MONTHS[lower]) : undefined;
}

function isoOf(year: string | undefined, month: string | undefined, day: string | undefined): string | null {
  if (!year || !month || !day || Number(month) > 12 || Number(day) > 31) return null;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
