import type {
  Confidence,
  Evidence,
  FieldKind,
  OwnerRole,
  Regime,
  Severity,
  SkipReason,
  Special,
  ValueType,
} from "../../model/index.js";

/** Values of the model that reports put in words: a value added to one of these unions does not compile until it has its words. */
export type ModelKey =
  | `severity.${Severity}`
  | `confidence.${Confidence}`
  | `kind.${FieldKind}`
  | `special.${Special}`
  | `skip.${SkipReason}`
  | `role.${OwnerRole}`
  | `type.${ValueType}`
  | `regime.${Regime}`
  | `evidence.${Evidence["kind"]}`;
