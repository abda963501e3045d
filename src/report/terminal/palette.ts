import type { ChalkInstance } from "chalk";
import type { Severity } from "../../model/index.js";

export function severityColour(colour: ChalkInstance, severity: Severity): ChalkInstance {
  switch (severity) {
    case "error":
      return colour.red;
    case "warning":
      return colour.yellow;
    case "note":
      return colour.cyan;
  }
}
