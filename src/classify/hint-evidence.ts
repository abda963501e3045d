import type { Evidence, Hints } from "../model/index.js";
import { keysOf, type CompiledType, type Lexicon } from "./lexicon.js";
import { weights } from "./weights.js";

/** What stands around a field and speaks for a data type by itself, whatever the name. */
export function hintEvidence(hints: Hints, lexicon: Lexicon): Map<CompiledType, Evidence[]> {
  const found = new Map<CompiledType, Evidence[]>();
  const add = (type: CompiledType | undefined, evidence: Evidence): void => {
    if (type) found.set(type, [...(found.get(type) ?? []), evidence]);
  };
  for (const token of (hints.autocomplete ?? "").toLowerCase().split(/\s+/)) {
    add(lexicon.autocomplete.get(token), { kind: "autocomplete", detail: token, weight: weights.autocomplete });
  }
  for (const validator of hints.validators ?? []) {
    add(lexicon.validators.get(validator), { kind: "validator", detail: validator, weight: weights.validator });
  }
  const inputType = hints.inputType?.toLowerCase() ?? "";
  add(lexicon.inputTypes.get(inputType), { kind: "input-type", detail: inputType, weight: weights.inputType });
  const options = (hints.options ?? []).flatMap((option) => keysOf(option).slice(0, 1));
  for (const type of lexicon.types.values()) {
    const known = options.filter((option) => type.options.has(option));
    if (known.length >= 2) add(type, { kind: "options", detail: known.join(", "), weight: weights.validator });
  }
  return found;
}
