import { parse } from "iso8601-duration";
import type { Language } from "../../model/index.js";

const UNITS = ["year", "month", "week", "day", "hour", "minute"] as const;

/** A term of the map as people say it: `P3Y` → `3 years`; text that is no term stays as it is. */
export function termWords(term: string, language: Language): string {
  const business = /^(\d+)bd$/.exec(term);
  if (business) return language === "ru" ? `${business[1]} рабочих дней` : `${business[1]} working days`;
  if (!/^P(?=[\dT])[\dYMWDTHS]+$/.test(term)) return term;
  const parts = parse(term);
  const said = UNITS.flatMap((unit) => {
    const count = parts[`${unit}s`] ?? 0;
    if (count === 0) return [];
    return [
      new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long", useGrouping: false }).format(count),
    ];
  });
  return said.length > 0 ? said.join(" ") : term;
}
