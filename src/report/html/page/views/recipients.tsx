import type { PageRecipient } from "../../page-data.js";
import { Counts, Facts, Nothing, PlaceLine, Tag } from "../parts/bits.js";
import { Card } from "../parts/card.js";
import { Entries } from "../parts/links.js";
import { usePage, type Talk } from "../talk.js";

/** Third parties by country: the operator's own first, then by name, then those whose country is not known. */
export function Recipients() {
  const { model, talk } = usePage();
  const { recipients, declared } = model.data;
  if (recipients.length === 0) return <Nothing>{talk.say("recipients.none")}</Nothing>;
  const home = declared?.controller.country ?? null;
  const countries = [...new Set(recipients.map(({ country }) => country))].sort((a, b) =>
    rank(a, home, talk) < rank(b, home, talk) ? -1 : 1,
  );
  return (
    <>
      <p class="lead">{talk.say("recipients.lead")}</p>
      {countries.map((country) => (
        <section
          key={country}
          class="country"
          aria-label={country === null ? talk.say("country.unknown") : talk.country(country)}
        >
          <h3 class="group">
            {country === null ? talk.say("country.unknown") : talk.country(country)}{" "}
            {home !== null && country !== null && country !== home && (
              <Tag kind="abroad">{talk.say("cross-border")}</Tag>
            )}
          </h3>
          {recipients
            .filter((recipient) => recipient.country === country)
            .map((recipient) => (
              <RecipientCard key={recipient.id} recipient={recipient} home={home} />
            ))}
        </section>
      ))}
    </>
  );
}

function rank(country: string | null, home: string | null, talk: Talk): string {
  if (country === home) return "0";
  return country === null ? "2" : `1${talk.country(country)}`;
}

function RecipientCard({ recipient, home }: { readonly recipient: PageRecipient; readonly home: string | null }) {
  const { model, talk } = usePage();
  const { id, declared, mentions, mentioned } = recipient;
  const purposes = (model.data.declared?.purposes ?? [])
    .filter((purpose) => purpose.recipients.includes(id))
    .map((each) => each.id);
  const reached = [...(model.reached.get(id) ?? [])].map((type) => talk.of(model.dataTypes.get(type) ?? [type, type]));
  const abroad = home !== null && recipient.country !== null && recipient.country !== home;
  return (
    <Card
      kind="recipient"
      id={id}
      title={talk.of(recipient.title)}
      tags={
        <>
          {!declared && model.data.declared && <Tag kind="warning">{talk.say("recipient.undeclared")}</Tag>}
          {mentioned === 0 && <Tag kind="plain">{talk.say("recipient.not-in-code")}</Tag>}
        </>
      }
    >
      <Counts findings={model.findingsBy.recipients.get(id)?.length ?? 0} filter={{ recipient: id }} />
      <Facts
        facts={[
          { label: talk.say("recipient.vendor"), value: recipient.vendor },
          declared && { label: talk.say("recipient.role"), value: talk.term("recipient-role", declared.role) },
          declared && {
            label: talk.say("recipient.allowed"),
            value: declared.categories !== null && declared.categories.length > 0 && (
              <Entries kind="category" ids={declared.categories} />
            ),
          },
          reached.length > 0 && { label: talk.say("recipient.reached"), value: reached.join(", ") },
          { label: talk.say("view.purposes"), value: purposes.length > 0 && <Entries kind="purpose" ids={purposes} /> },
          declared?.role === "processor" && {
            label: talk.say("recipient.agreement"),
            value:
              declared.agreement &&
              [declared.agreement.ref, declared.agreement.date && talk.date(declared.agreement.date)]
                .filter(Boolean)
                .join(", "),
          },
          abroad && declared
            ? {
                label: talk.say("cross-border"),
                value:
                  declared.crossBorder &&
                  [
                    declared.crossBorder.filing && `${talk.say("recipient.filing")}: ${declared.crossBorder.filing}`,
                    declared.crossBorder.gdprTool && `GDPR: ${talk.term("gdpr-tool", declared.crossBorder.gdprTool)}`,
                  ]
                    .filter(Boolean)
                    .join("; "),
              }
            : null,
          mentioned > 0 && {
            label: talk.say("recipient.mentions"),
            value: (
              <details class="more" open={mentions.length <= 2}>
                <summary>{talk.say("count.places", { n: mentioned })}</summary>
                <ul class="plain">
                  {mentions.map(({ trace, place }, index) => (
                    <li key={index}>
                      <PlaceLine place={place} /> <code>{trace}</code>
                    </li>
                  ))}
                </ul>
              </details>
            ),
          },
        ]}
      />
    </Card>
  );
}
