import { itemHash, type ItemKind } from "../route.js";
import { usePage } from "../talk.js";
import { Listed } from "./bits.js";

const SECTION = {
  purpose: "purposes",
  category: "categories",
  subject: "subjects",
  store: "stores",
} as const satisfies Partial<Record<ItemKind, string>>;

/** Entries of the map by their titles, as links to them; nothing where there are none. */
export function Entries({ kind, ids }: { readonly kind: keyof typeof SECTION; readonly ids: readonly string[] }) {
  const { model, talk } = usePage();
  return (
    <Listed
      items={ids.map((id) => (
        <a href={itemHash(kind, id)}>{kind === "category" ? talk.category(id) : model.titleOf(SECTION[kind], id)}</a>
      ))}
    />
  );
}

/** Third parties with their countries, as links. */
export function Recipients({ ids }: { readonly ids: readonly string[] }) {
  const { model, talk } = usePage();
  return (
    <Listed
      items={ids.map((id) => {
        const recipient = model.recipients.get(id);
        const country = recipient?.country;
        return (
          <>
            <a href={itemHash("recipient", id)}>{recipient ? talk.of(recipient.title) : id}</a>
            {country ? ` (${talk.country(country)})` : ""}
          </>
        );
      })}
    />
  );
}
