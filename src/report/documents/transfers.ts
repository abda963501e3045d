import type { Declared } from "../../model/index.js";
import { asks, says } from "./build.js";
import { isCountryIn, unique } from "./data.js";
import type { Line, Value } from "./document.js";
import type { Drafting } from "./drafting.js";

type Recipient = Declared<"recipients">;

/** Country of a recipient: the map's, else the one the catalogue knows. */
export function countryOf({ map, catalog }: Drafting, id: string): string | null {
  const own = map.recipients.find((one) => one.id === id);
  return own?.country ?? catalog.recipients.get(id)?.country ?? null;
}

/** Countries outside the Economic Area that recipients stand in, each with the safeguard that the map names. */
export function thirdCountries(draft: Drafting, recipients: readonly string[]): Value {
  const { map, names, say } = draft;
  const lines = recipients.flatMap((id): Line[] => {
    const country = countryOf(draft, id);
    if (country === null || isAtHome(draft, country)) return [];
    const own = map.recipients.find((one) => one.id === id);
    return [...says(`${names.country(country)} (${names.recipient(id)}): `)].flatMap((line): Line[] => {
      const safeguard = safeguardOf(draft, own ?? null, country);
      const [first, ...rest] = safeguard;
      if (first?.kind === "text") return [{ kind: "text", text: `${line.text}${first.text}` }, ...rest];
      return [...safeguard];
    });
  });
  return lines.length > 0 ? lines : says(say("transfers.none"));
}

/** Within the Economic Area, or in the operator's own country: no transfer to a third country. */
export function isAtHome(draft: Drafting, country: string): boolean {
  return country === draft.map.controller.country || isCountryIn(draft, country, ["eea-states"]);
}

/** Safeguard for a third country under the GDPR: the map's, else an adequacy decision. */
export function safeguardOf(draft: Drafting, recipient: Recipient | null, country: string): Value {
  const { names, say } = draft;
  const tool = recipient?.crossBorder?.gdprTool ?? null;
  if (tool !== null) return says(names.term("gdpr-tool", tool));
  if (isCountryIn(draft, country, ["eu-adequacy"])) return says(names.term("gdpr-tool", "adequacy"));
  return asks(
    say("ask.safeguard", {
      recipient: recipient ? names.recipient(recipient.id) : names.country(country),
      country: names.country(country),
    }),
  );
}

/** Countries other than the operator's own to which data go: through recipients and stores. */
export function countriesAbroad(draft: Drafting): string[] {
  const { map } = draft;
  const home = map.controller.country;
  const all = [...map.recipients, ...map.stores].map(({ country }) => country);
  return unique(all.filter((country) => country !== home));
}
