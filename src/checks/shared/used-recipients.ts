import type { AuditModel, FindingFact, InventoryRecipient } from "../../model/index.js";
import { declarationsOf } from "./recipients.js";

/** Systems of some kinds that the code uses, with the country of the recipient: the map's, else the catalogue's, null when neither knows. */
export function* usedRecipients(
  { inventory, map, catalog }: AuditModel,
  kinds: readonly string[],
): Iterable<{
  readonly recipient: InventoryRecipient;
  readonly country: string | null;
  readonly keys: readonly string[];
}> {
  for (const recipient of inventory.recipients) {
    const known = catalog.recipients.get(recipient.id);
    if (!known || !kinds.includes(known.kind)) continue;
    const declared = declarationsOf(recipient.id, map, catalog);
    yield {
      recipient,
      country: declared[0]?.[1].country ?? known.country,
      keys: declared.map(([key]) => key),
    };
  }
}

/** Where a system is seen best: in code rather than in a manifest of dependencies. */
export function seenAt({ mentions }: InventoryRecipient): Pick<FindingFact, "place" | "related"> {
  const best = mentions.find(({ how }) => how !== "dependency") ?? mentions[0];
  const related = mentions.filter((mention) => mention !== best).map(({ place }) => ({ place, role: "mention" }));
  return { place: best?.place ?? null, related };
}
