import type { OriginFact } from "../../model/index.js";
import type { Script } from "../estree/index.js";
import type { Origin } from "./origin.js";

/** An origin with places for offsets, so that it lives without the text. */
export function toFact({ names, at, steps, record, parameter }: Origin, { source }: Script): OriginFact {
  return {
    names,
    span: source.span(at),
    steps: steps.map((step) => source.span(step)),
    ...(record && { record }),
    ...(parameter && {
      parameter: { function: parameter.function, index: parameter.index, path: parameter.path },
    }),
  };
}
