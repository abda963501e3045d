import type { Declared } from "../../../../model/index.js";
import type { PageStoreInCode } from "../../page-data.js";
import { Counts, Facts, Nothing, PlaceLine, Tag } from "../parts/bits.js";
import { Card } from "../parts/card.js";
import { Entries } from "../parts/links.js";
import { usePage } from "../talk.js";

/** Where data are kept: what the map declares, then what the code shows. */
export function Stores() {
  const { model, talk } = usePage();
  const declared = model.data.declared?.stores ?? [];
  const { storesInCode, cookies } = model.data;
  return (
    <>
      <p class="lead">{talk.say("stores.lead")}</p>
      {declared.length === 0 && <Nothing>{talk.say("stores.none")}</Nothing>}
      {declared.map((store) => (
        <StoreCard key={store.id} store={store} />
      ))}
      {storesInCode.length > 0 && <h3 class="group">{talk.say("stores.in-code")}</h3>}
      {storesInCode.map((store) => (
        <InCode key={store.id} store={store} />
      ))}
      {cookies.length > 0 && (
        <>
          <h3 class="group">{talk.words.say("none.cookies")}</h3>
          <ul class="plain cookies">
            {cookies.map(({ name, recipient, places }) => (
              <li key={name}>
                <code>{name}</code>{" "}
                {recipient !== null &&
                  talk.say("cookie.set-by", {
                    name: talk.of(model.recipients.get(recipient)?.title ?? [recipient, recipient]),
                  })}{" "}
                {places[0] && <PlaceLine place={places[0]} />}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function StoreCard({ store }: { readonly store: Declared<"stores"> }) {
  const { model, talk } = usePage();
  const { id } = store;
  const fields = model.fieldsBy.stores.get(id) ?? [];
  const categories = [...new Set(fields.flatMap(({ category }) => category ?? []))];
  const subjects = [...new Set(fields.flatMap((field) => field.subjects))];
  const home = model.data.declared?.controller.country;
  return (
    <Card
      kind="store"
      id={id}
      title={store.title ?? id}
      tags={store.country !== home && <Tag kind="abroad">{talk.say("store.abroad")}</Tag>}
    >
      <Counts fields={fields.length} findings={model.findingsBy.stores.get(id)?.length ?? 0} filter={{ store: id }} />
      <Facts
        facts={[
          { label: talk.say("store.type"), value: `${store.type}, ${talk.term("store-role", store.role)}` },
          {
            label: talk.say("country"),
            value: [talk.country(store.country), store.address].filter(Boolean).join(", "),
          },
          {
            label: talk.say("view.categories"),
            value: categories.length > 0 ? <Entries kind="category" ids={categories} /> : talk.say("stage.nothing"),
          },
          {
            label: talk.say("field.subjects"),
            value: subjects.length > 0 ? <Entries kind="subject" ids={subjects} /> : talk.say("stage.nothing"),
          },
          { label: talk.say("store.encryption"), value: store.encryption },
          store.declaredLevel !== null && { label: talk.say("store.level"), value: String(store.declaredLevel) },
        ]}
      />
    </Card>
  );
}

function InCode({ store }: { readonly store: PageStoreInCode }) {
  const { talk } = usePage();
  return (
    <article class="card">
      <h3>{store.id}</h3>
      <Facts
        facts={[
          { label: talk.say("store.type"), value: `${store.type}, ${talk.term("store-kind", store.kind)}` },
          {
            label: talk.say("country"),
            value:
              [store.country && talk.country(store.country), store.region, store.provider].filter(Boolean).join(", ") ||
              talk.say("country.unknown"),
          },
          {
            label: talk.say("recipient.mentions"),
            value: (
              <ul class="plain">
                {store.places.map((place, index) => (
                  <li key={index}>
                    <PlaceLine place={place} />
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </article>
  );
}
