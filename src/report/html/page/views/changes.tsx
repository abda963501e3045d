import type { PageChange, PageChanges } from "../../page-data.js";
import { Facts, SeverityTag, Tag } from "../parts/bits.js";
import { viewHash } from "../route.js";
import { usePage } from "../talk.js";

/** Changes of one part of the processing that are shown at once. */
const NAMED = 12;

/** What is new and what is gone since the report that this one is compared with. */
export function Changes({ changes }: { readonly changes: PageChanges }) {
  const { talk } = usePage();
  return (
    <section class="changes" aria-labelledby="changes">
      <h3 id="changes">
        {changes.date === null ? talk.say("changes") : talk.say("changes.since", { date: talk.date(changes.date) })}
      </h3>
      <Facts
        facts={[
          {
            label: talk.say("changes.fresh"),
            value:
              changes.fresh === 0 ? (
                talk.say("count.no-findings")
              ) : (
                <a href={viewHash("findings", { fresh: "new" })}>{talk.say("count.findings", { n: changes.fresh })}</a>
              ),
          },
          { label: talk.say("changes.gone"), value: <Gone gone={changes.gone} /> },
          ...byHead(changes.processing).map(([head, own]) => ({
            label: talk.of(head),
            value: <Parts changes={own} />,
          })),
        ]}
      />
    </section>
  );
}

function Gone({ gone }: Pick<PageChanges, "gone">) {
  const { talk, printing } = usePage();
  if (gone.length === 0) return <>{talk.say("count.no-findings")}</>;
  return (
    <details class="more" open={printing}>
      <summary>{talk.say("count.findings", { n: gone.length })}</summary>
      <ul class="plain">
        {gone.map((finding, index) => (
          <li key={index}>
            <SeverityTag severity={finding.severity} /> {talk.text(finding.message)}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Parts({ changes }: { readonly changes: readonly PageChange[] }) {
  const { talk } = usePage();
  const more = changes.length - NAMED;
  return (
    <ul class="plain">
      {changes.slice(0, NAMED).map((change, index) => (
        <li key={index}>
          <Tag kind={change.kind}>{talk.of(change.said)}</Tag> {talk.of(change.name)}
          {change.lines.length > 0 && (
            <span class="source">
              {": "}
              {change.lines.map(({ label, text }) => `${talk.of(label)}: ${talk.of(text)}`).join("; ")}
            </span>
          )}
        </li>
      ))}
      {more > 0 && <li>{talk.words.say("none.more", { n: more })}</li>}
    </ul>
  );
}

function byHead(changes: readonly PageChange[]): [PageChange["head"], PageChange[]][] {
  const groups = new Map<string, [PageChange["head"], PageChange[]]>();
  for (const change of changes) {
    const group = groups.get(change.head[0]) ?? [change.head, []];
    group[1].push(change);
    groups.set(change.head[0], group);
  }
  return [...groups.values()];
}
