import type { Finding } from "../../model/index.js";
import type { Actor } from "./page-data.js";

/** Themes whose findings one side can settle alone; in the others a decision on paper and a change of the code go together. */
const BY_THEME: Readonly<Record<string, Actor>> = {
  basis: "officer",
  leak: "developer",
  policy: "officer",
  regulator: "officer",
  scan: "developer",
  security: "developer",
  transfer: "officer",
};

/** Who has to act on a finding: told by where it stands, for the map is the officer's and the code the developers'. */
export function actorOf({ rule, place }: Pick<Finding, "rule" | "place">, mapFiles: ReadonlySet<string>): Actor {
  if (place && mapFiles.has(place.file)) return "officer";
  const theme = rule.slice(0, rule.indexOf("/"));
  return Object.hasOwn(BY_THEME, theme) ? BY_THEME[theme]! : "both";
}
