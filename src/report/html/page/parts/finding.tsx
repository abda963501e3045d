import { useState } from "preact/hooks";
import { references } from "../../../references.js";
import type { PageFinding, PageLaw } from "../../page-data.js";
import { itemHash, itemId } from "../route.js";
import { usePage } from "../talk.js";
import { CodeLine, Facts, Listed, PlaceLine, SeverityTag, Tag } from "./bits.js";

/** A finding in a line; who must act, what the law says and the evidence one click deeper. */
export function FindingCard(props: {
  readonly finding: PageFinding;
  readonly open: boolean;
  /** On paper, what a rule says stands with the first of its findings. */
  readonly again?: boolean;
}) {
  const { finding, open, again = false } = props;
  const { talk, printing } = usePage();
  const [unfolded, setUnfolded] = useState(open);
  const isOpen = printing || unfolded;
  return (
    <details
      class={`finding finding-${finding.severity}`}
      id={itemId("finding", finding.fingerprint)}
      open={isOpen}
      onToggle={(event) => {
        if (!printing) setUnfolded(event.currentTarget.open);
      }}
    >
      <summary>
        <SeverityTag severity={finding.severity} />
        {finding.fresh && <Tag kind="new">{talk.say("new")}</Tag>}
        <span class="message">{talk.text(finding.message)}</span>
        <span class="where">{references(finding, talk.words).join(" · ")}</span>
      </summary>
      {isOpen && <Deeper finding={finding} again={again} />}
    </details>
  );
}

function Deeper({ finding, again }: { readonly finding: PageFinding; readonly again: boolean }) {
  const { model, talk } = usePage();
  const rule = model.rules.get(finding.rule);
  const { about } = finding;
  return (
    <div class="deeper">
      <Facts
        facts={[
          { label: talk.say("finding.remedy"), value: talk.text(finding.remedy) },
          { label: talk.say("finding.actor"), value: talk.say(`actor.${finding.actor}`) },
          rule && !again ? { label: talk.say("finding.why"), value: talk.of(rule.explanation) } : null,

          rule && rule.law.length > 0 && !again
            ? {
                label: talk.say("finding.law"),
                value: <LawList law={rule.law.map((index) => model.data.law[index]!)} />,
              }
            : null,
          about.fields.length > 0
            ? {
                label: talk.say("finding.fields"),
                value: (
                  <Listed
                    items={about.fields.map((id) => (
                      <a href={itemHash("field", id)}>{id}</a>
                    ))}
                  />
                ),
              }
            : null,
          about.purposes.length > 0
            ? {
                label: talk.say("finding.purposes"),
                value: (
                  <Listed
                    items={about.purposes.map((id) => (
                      <a href={itemHash("purpose", id)}>{model.titleOf("purposes", id)}</a>
                    ))}
                  />
                ),
              }
            : null,
          { label: talk.say("finding.evidence"), value: <Evidence finding={finding} /> },
          {
            label: talk.say("finding.rule"),
            value: (
              <>
                {rule && talk.of(rule.title)} <span class="id">{finding.rule}</span>{" "}
                <a class="anchor" href={itemHash("finding", finding.fingerprint)}>
                  {talk.say("finding.link")}
                </a>
              </>
            ),
          },
        ]}
      />
    </div>
  );
}

/** Place and line of code, then the steps by which the datum came there or the other places concerned. */
function Evidence({ finding: { place, steps } }: { readonly finding: PageFinding }) {
  const { talk } = usePage();
  if (!place && steps.length === 0) return <>{talk.words.say("finding.nowhere")}</>;
  return (
    <ol class="evidence">
      {place && (
        <li>
          <PlaceLine place={place} />
          {place.code && <CodeLine code={place.code} />}
        </li>
      )}
      {steps.map((step, index) => (
        <li key={index}>
          <span class="role">{talk.of(step.role)}:</span> <PlaceLine place={step} />
          {step.code && <CodeLine code={step.code} />}
        </li>
      ))}
    </ol>
  );
}

export function LawList({ law }: { readonly law: readonly PageLaw[] }) {
  const { talk } = usePage();
  return (
    <ul class="law">
      {law.map((fact) => (
        <li key={fact.id}>
          {talk.of(fact.title)}{" "}
          <span class="source">
            {talk.of(fact.act)}
            {fact.article !== null && `, ${talk.words.say("article")} ${fact.article}`}.{" "}
            {talk.say("law.in-force", { date: talk.date(fact.validFrom) })}
            {fact.validTo !== null && ` ${talk.say("law.until", { date: talk.date(fact.validTo) })}`}.{" "}
            {talk.say(`law.${fact.confidence}`)}
            {fact.verifiedOn !== null && `, ${talk.date(fact.verifiedOn)}`}.
          </span>
        </li>
      ))}
    </ul>
  );
}
