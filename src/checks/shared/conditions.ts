import { matchesWildcard } from "./wildcard.js";

type Scalar = string | number | boolean | null;

/** What a property of a thing may be: null where it is not known. */
export type Value = Scalar | readonly string[];

export type Properties = ReadonlyMap<string, Value>;

type Matcher =
  | Scalar
  | readonly Scalar[]
  | { readonly not?: Scalar | readonly Scalar[]; readonly above?: number; readonly below?: number };

/** Properties by name, each with what it must be. */
export type Condition = Readonly<Record<string, Matcher>>;

/** Whether a thing is as the condition says, in every property that it names. */
export function fulfils(properties: Properties, condition: Condition): boolean {
  return Object.entries(condition).every(([name, matcher]) => fits(properties.get(name) ?? null, matcher));
}

function fits(value: Value, matcher: Matcher): boolean {
  if (typeof matcher !== "object" || matcher === null) return fitsOne(value, matcher);
  if (isList(matcher)) return matcher.some((one) => fitsOne(value, one));
  const { not, above, below } = matcher;
  if (not !== undefined && fits(value, not)) return false;
  if (above !== undefined && !(typeof value === "number" && value > above)) return false;
  return below === undefined || (typeof value === "number" && value < below);
}

function isList(matcher: object): matcher is readonly Scalar[] {
  return Array.isArray(matcher);
}

/** A list fits where one of its members does; an empty one is not known. */
function fitsOne(value: Value, wanted: Scalar): boolean {
  if (typeof value === "object" && value !== null) {
    return wanted === null ? value.length === 0 : value.some((one) => fitsOne(one, wanted));
  }
  if (typeof value === "string" && typeof wanted === "string") return matchesWildcard(wanted, value);
  return value === wanted;
}
