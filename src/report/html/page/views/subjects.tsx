import { Counts, Facts, Nothing } from "../parts/bits.js";
import { Card } from "../parts/card.js";
import { Entries } from "../parts/links.js";
import { usePage } from "../talk.js";

/** Whose data are processed. */
export function Subjects() {
  const { model, talk } = usePage();
  const { declared } = model.data;
  const subjects = declared?.subjects ?? [];
  if (subjects.length === 0) return <Nothing>{talk.say("subjects.none")}</Nothing>;
  return (
    <>
      <p class="lead">{talk.say("subjects.lead")}</p>
      {subjects.map((subject) => {
        const { id } = subject;
        const fields = model.fieldsBy.subjects.get(id) ?? [];
        const purposes = (declared?.purposes ?? [])
          .filter((purpose) => purpose.subjects.includes(id))
          .map((each) => each.id);
        const categories = [...new Set(fields.flatMap(({ category }) => category ?? []))];
        return (
          <Card key={id} kind="subject" id={id} title={model.titleOf("subjects", id)}>
            <Counts
              fields={fields.length}
              findings={model.findingsBy.subjects.get(id)?.length ?? 0}
              filter={{ subject: id }}
            />
            <Facts
              facts={[
                { label: talk.say("subject.kind"), value: talk.term("subject", subject.kind) },
                subject.count !== null && { label: talk.say("subject.count"), value: talk.number(subject.count) },
                {
                  label: talk.say("view.purposes"),
                  value: purposes.length > 0 && <Entries kind="purpose" ids={purposes} />,
                },
                {
                  label: talk.say("view.categories"),
                  value: categories.length > 0 && <Entries kind="category" ids={categories} />,
                },
                subject.citizenship.length > 0 && {
                  label: talk.say("subject.citizenship"),
                  value: subject.citizenship.map(talk.country).join(", "),
                },
                { label: talk.say("clause"), value: subject.clause },
              ]}
            />
          </Card>
        );
      })}
    </>
  );
}
