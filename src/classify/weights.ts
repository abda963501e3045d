import type { OwnerRole } from "../model/index.js";
import type { Tier } from "./lexicon-file.js";

/**
 * Every weight of the classifier, in points. Evidence adds up; the sum makes the confidence. A pattern alone never decides: what its tier
 * claims and what the record is are weighed together, so a verdict can be read as a sum.
 */
export const nameWeight = {
  certain: 65,
  likely: 50,
  person: 20,
  tied: 20,
  keyed: 20,
  act: 20,
  visit: 20,
  logged: 20,
  context: 20,
  inside: 20,
  beside: 20,
} satisfies Record<Tier, number>;

export const ownerWeight = {
  certain: { person: 30, tied: 25, log: 20, unknown: 15, organisation: -30, goods: 0, technical: -35, setting: -100 },
  likely: { person: 35, tied: 35, log: 20, unknown: 5, organisation: -40, goods: -60, technical: -40, setting: -100 },
  person: { person: 65, tied: 0, log: -10, unknown: -10, organisation: -60, goods: -60, technical: -60, setting: -100 },
  tied: { person: 40, tied: 50, log: 35, unknown: -10, organisation: -60, goods: -60, technical: -60, setting: -100 },
  keyed: { person: 40, tied: 50, log: 35, unknown: -10, organisation: -60, goods: -60, technical: -60, setting: -100 },
  act: { person: 0, tied: 50, log: 35, unknown: -10, organisation: -60, goods: -60, technical: -60, setting: -100 },
  visit: { person: 40, tied: 50, log: 35, unknown: -10, organisation: -60, goods: -60, technical: -60, setting: -100 },
  logged: { person: 0, tied: 35, log: 35, unknown: -10, organisation: -60, goods: -60, technical: -60, setting: -100 },
  context: { person: 15, tied: 15, log: 5, unknown: 0, organisation: -80, goods: -80, technical: -80, setting: -100 },
  inside: { person: 15, tied: 15, log: 5, unknown: 0, organisation: -80, goods: -80, technical: -80, setting: -100 },
  beside: { person: 15, tied: 15, log: 5, unknown: 0, organisation: -80, goods: -80, technical: -80, setting: -100 },
} satisfies Record<Tier, Record<OwnerRole, number>>;

export const weights = {
  /** Words of the data type stand in the record's name, the path or the name. */
  context: 55,
  contextMissing: -60,
  sampleOwner: -60,
  /** Nothing stored or submitted shows that the type models a person's data. */
  onlyType: -45,
  /** What the record is about was told from weak signs only. */
  weakOwner: -10,
  /** A word before the pattern that no list knows: hurts where the pattern is weak. */
  stranger: {
    certain: 0,
    likely: -10,
    person: -60,
    tied: -60,
    keyed: -60,
    act: -60,
    visit: -60,
    logged: -60,
    context: -100,
    inside: -100,
    beside: -100,
  } satisfies Record<Tier, number>,
  autocomplete: 70,
  validator: 60,
  inputType: 60,
  label: 45,
  comment: 10,
  /** Another text names the same data type, by a word that is sure by itself or by one that is not. */
  agreesSurely: 30,
  agrees: 10,
  expectedType: 5,
  /** A bare name beside an e-mail address or a phone is a person's, not a thing's. */
  neighbours: 45,
  relation: 90,
  ownKey: 85,
  actor: 85,
  reference: 85,
  /** A person's word without a key's ending: a data type that knows the word knows better. */
  bareReference: 80,
  /** A noun that may be a person or a program (`clientId`), and no record of the code base settles it. */
  vagueReference: 30,
  listRelation: 40,
  veto: -200,
} as const;
