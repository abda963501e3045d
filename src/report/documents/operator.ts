import { asks, each, known, says } from "./build.js";
import { lawValue } from "./data.js";
import type { Value } from "./document.js";
import type { Drafting } from "./drafting.js";

type Field = readonly [label: string, value: Value];

export function operatorName({ map, say }: Drafting): Value {
  return known(map.controller.name, say("ask.operator-name"));
}

/** Name, country, address and numbers of registers of whoever answers for the data. */
export function operatorFields(draft: Drafting, label: string): Field[] {
  const { map, say, names } = draft;
  const { country, address, inn, ogrn, sites } = map.controller;
  // Numbers of the registers of the country whose regulator is to be notified.
  const atHome = country === "" || country === lawValue(draft, "transfer-notice");
  return [
    [label, operatorName(draft)],
    [say("operator.country"), country === "" ? asks(say("ask.operator-country")) : says(names.country(country))],
    [say("operator.address"), known(address, say("ask.operator-address"))],
    ...(inn !== null || atHome ? [[say("operator.inn"), known(inn, say("ask.inn"))] as const] : []),
    ...(ogrn !== null || atHome ? [[say("operator.ogrn"), known(ogrn, say("ask.ogrn"))] as const] : []),
    [say("operator.sites"), each(sites, say("ask.sites"))],
  ];
}

/** Whoever is responsible for personal data, with how to reach them. */
export function responsible({ map, say }: Drafting): Value {
  const { dpo } = map.controller;
  if (!dpo) return asks(say("ask.dpo"));
  return [
    ...says(dpo.name),
    ...(dpo.email === null && dpo.phone === null ? asks(say("ask.dpo-contact")) : says(dpo.email, dpo.phone)),
  ];
}
