import { Counts, Facts, Listed, Nothing, Tag } from "../parts/bits.js";
import { Card } from "../parts/card.js";
import { Entries, Recipients } from "../parts/links.js";
import { itemHash } from "../route.js";
import { usePage } from "../talk.js";

/** Categories of the map, and those that the catalogue proposes for data that no entry of the map declares. */
export function Categories() {
  const { model, talk } = usePage();
  const declared = model.data.declared?.categories ?? [];
  const proposed = [...model.fieldsBy.categories.keys()]
    .filter((id) => !declared.some((category) => category.id === id))
    .sort();
  const ids = [...declared.map(({ id }) => id), ...proposed];
  if (ids.length === 0) return <Nothing>{talk.say("categories.none")}</Nothing>;
  return (
    <>
      <p class="lead">{talk.say("categories.lead")}</p>
      {ids.map((id) => (
        <CategoryCard key={id} id={id} />
      ))}
    </>
  );
}

function CategoryCard({ id }: { readonly id: string }) {
  const { model, talk } = usePage();
  const { declared } = model.data;
  const category = declared?.categories.find((each) => each.id === id);
  const fields = model.fieldsBy.categories.get(id) ?? [];
  const found = [...new Set(fields.map(({ dataType }) => dataType))];
  const specials = [...new Set(fields.flatMap(({ special }) => special ?? []))];
  const purposes = [...new Set(fields.flatMap((field) => field.purposes))];
  const recipients = (model.data.recipients ?? [])
    .filter(({ declared: own }) => own?.categories?.includes(id))
    .map((each) => each.id);
  return (
    <Card
      kind="category"
      id={id}
      title={talk.category(id)}
      tags={
        <>
          {!category && declared && <Tag kind="warning">{talk.say("category.undeclared")}</Tag>}
          {category && category.kind !== "general" && <Tag kind="special">{talk.term("category", category.kind)}</Tag>}
          {specials.map((special) => (
            <Tag key={special} kind="special">
              {talk.words.say(`special.${special}`)}
            </Tag>
          ))}
        </>
      }
    >
      <Counts
        fields={fields.length}
        findings={model.findingsBy.categories.get(id)?.length ?? 0}
        filter={{ category: id }}
      />
      <Facts
        facts={[
          {
            label: talk.say("category.found"),
            value: found.length > 0 && (
              <Listed
                items={found.map((type) => (
                  <a href={itemHash("path", type)}>{talk.of(model.dataTypes.get(type) ?? [type, type])}</a>
                ))}
              />
            ),
          },
          { label: talk.say("view.purposes"), value: purposes.length > 0 && <Entries kind="purpose" ids={purposes} /> },
          {
            label: talk.say("view.recipients"),
            value: recipients.length > 0 ? <Recipients ids={recipients} /> : talk.say("recipients.no-one"),
          },
          category ? { label: talk.say("clause"), value: category.clause } : null,
        ]}
      />
    </Card>
  );
}
