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

/** A phrase: one form, or one for each plural category of the language. Placeholders are written `{name}`; `{n}` is the number. */
export type Phrase = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

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
