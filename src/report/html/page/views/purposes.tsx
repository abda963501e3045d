import type { Declared } from "../../../../model/index.js";
import { Counts, Facts, Nothing, Tag } from "../parts/bits.js";
import { Card } from "../parts/card.js";
import { Entries, Recipients } from "../parts/links.js";
import { usePage, type Talk } from "../talk.js";
import { retentionWords } from "./fields.js";

/** What data are processed for: what each purpose may use, on which ground, for how long, and to whom it hands them. */
export function Purposes() {
  const { model, talk } = usePage();
  const purposes = model.data.declared?.purposes ?? [];
  if (purposes.length === 0) return <Nothing>{talk.say("purposes.none")}</Nothing>;
  return (
    <>
      <p class="lead">{talk.say("purposes.lead")}</p>
      {purposes.map((purpose) => (
        <PurposeCard key={purpose.id} purpose={purpose} />
      ))}
    </>
  );
}

function PurposeCard({ purpose }: { readonly purpose: Declared<"purposes"> }) {
  const { model, talk } = usePage();
  const { id } = purpose;
  const fields = model.fieldsBy.purposes.get(id) ?? [];
  const terms = [...new Set(fields.flatMap(({ retention }) => retention))];
  const categories = purpose.categories ?? [...new Set(fields.flatMap(({ category }) => category ?? []))];
  return (
    <Card
      kind="purpose"
      id={id}
      title={purpose.title}
      tags={
        <>
          {purpose.marketing && <Tag kind="plain">{talk.say("purpose.marketing")}</Tag>}
          {purpose.automatedDecision && <Tag kind="plain">{talk.say("purpose.automated-decision")}</Tag>}
        </>
      }
    >
      <Counts
        fields={fields.length}
        findings={model.findingsBy.purposes.get(id)?.length ?? 0}
        filter={{ purpose: id }}
      />
      <Facts
        facts={[
          { label: talk.say("purpose.basis"), value: purpose.bases.map((basis) => basisWords(basis, talk)).join("; ") },
          {
            label: talk.say("field.subjects"),
            value: purpose.subjects.length > 0 && <Entries kind="subject" ids={purpose.subjects} />,
          },
          {
            label: talk.say("view.categories"),
            value: categories.length > 0 && <Entries kind="category" ids={categories} />,
          },
          {
            label: talk.say("field.retention"),
            value: (terms.length > 0 ? terms : retentionIds(purpose))
              .map((rule) => retentionWords(rule, model, talk))
              .join("; "),
          },
          {
            label: talk.say("view.recipients"),
            value:
              purpose.recipients.length > 0 ? <Recipients ids={purpose.recipients} /> : talk.say("recipients.no-one"),
          },
          purpose.operations !== null && {
            label: talk.say("purpose.operations"),
            value: purpose.operations.map((operation) => talk.term("operation", operation)).join(", "),
          },
          { label: talk.say("clause"), value: purpose.clause },
        ]}
      />
    </Card>
  );
}

function basisWords({ type, ref, gdpr }: Declared<"purposes">["bases"][number], talk: Talk): string {
  const cited = [ref, gdpr && `GDPR ${talk.words.say("article")} ${gdpr}`].filter(Boolean).join(", ");
  return cited === "" ? talk.term("basis", type) : `${talk.term("basis", type)} (${cited})`;
}

function retentionIds({ retention, retentionByCategory }: Declared<"purposes">): string[] {
  return [...new Set([...(retention === null ? [] : [retention]), ...retentionByCategory.map(({ value }) => value)])];
}
