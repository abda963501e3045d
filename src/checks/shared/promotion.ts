import type { AuditModel, InventoryPractice, MailSent } from "../../model/index.js";
import { practicesOf } from "./practices.js";
import { holdsAny } from "./words.js";

/** Messages that promote something, told from the words around them. */
export function promotions(
  model: AuditModel,
  { promoting, otherwise }: { readonly promoting: readonly string[]; readonly otherwise: readonly string[] },
): (MailSent & InventoryPractice)[] {
  return practicesOf(model, "mail").filter(({ about }) => holdsAny(about, promoting) && !holdsAny(about, otherwise));
}
