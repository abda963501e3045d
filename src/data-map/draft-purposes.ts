import type { Catalog, Inventory, InventoryField } from "../model/index.js";

/** Purposes that code tends to show, beside those a draft sorts everything else into. */
export const likelyPurposes = [
  "account",
  "orders",
  "requests",
  "newsletter",
  "recruitment",
  "analytics",
  "advertising",
] as const;

export type LikelyPurpose = (typeof likelyPurposes)[number];

/** Without consent to them, nobody may be addressed for these. */
export const marketingPurposes: ReadonlySet<string> = new Set(["newsletter", "advertising"] satisfies LikelyPurpose[]);

/** Words in the names of records, whole or as the beginning of one; the first line that fits decides. */
const OWNER_WORDS: readonly (readonly [LikelyPurpose, RegExp])[] = [
  ["newsletter", /^(?:newsletter|mailing|subscriber|podpischik|rassylk|newsletters)/],
  ["recruitment", /^(?:candidate|applicant|vacanc|resume|jobapplication|recruit|kandidat|otklik|bewerb)/],
  [
    "orders",
    /^(?:order|checkout|cart(?!oon)|basket|shipping|shipment|deliver|payment|invoice|booking|reservation|purchase)/,
  ],
  ["orders", /^(?:zakaz|oplat|dostavk|korzin|bestell|lieferung|rechnung|commande|pedido)/],
  ["requests", /^(?:contact|feedback|support|ticket|enquir|inquir|callback|lead(?!er)|appeal|obrashen|zayavk|anfrage)/],
  [
    "account",
    /^(?:user|account|profile|member|customer|login|signin|signup|register|registration|auth(?!or)|credential)/,
  ],
  ["account", /^(?:polzovatel|klient|benutzer|konto|kunde|utilisateur|usuario)/],
];

/** Data that exist only to let a person in. */
const SIGN_IN_DATA: ReadonlySet<string> = new Set(["password", "auth_token", "username"]);

/** What a field is most likely collected for, as the name of its record and its data type show; null where they do not. */
export function likelyPurposeOf({ owner, dataType }: Pick<InventoryField, "owner" | "dataType">): LikelyPurpose | null {
  const words = wordsOf(owner);
  const [purpose] = OWNER_WORDS.find(([, fits]) => words.some((word) => fits.test(word))) ?? [];
  return purpose ?? (dataType !== null && SIGN_IN_DATA.has(dataType) ? "account" : null);
}

/** Kinds of third parties that a purpose of its own stands behind. */
export function purposeOfRecipient(kind: string | undefined): LikelyPurpose | null {
  if (kind === "analytics") return "analytics";
  return kind === "ads" ? "advertising" : null;
}

/** Purposes that the code shows, in the order of the list. */
export function proposePurposes(inventory: Inventory, catalog: Catalog): LikelyPurpose[] {
  const shown = new Set([
    ...inventory.fields.filter(({ confidence }) => confidence !== "low").map(likelyPurposeOf),
    ...inventory.recipients.map(({ id }) => purposeOfRecipient(catalog.recipients.get(id)?.kind)),
  ]);
  return likelyPurposes.filter((purpose) => shown.has(purpose));
}

/** `POST /newsletter` → post, newsletter; `SignUpForm` → sign, up, form, signup, upform. */
function wordsOf(owner: string): string[] {
  const single = owner
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return [...single, ...single.slice(1).map((word, index) => single[index]! + word)];
}
