import type { ComponentChildren } from "preact";
import type { Severity } from "../../../../model/index.js";
import type { CodeQuote, PagePlace } from "../../page-data.js";
import { viewHash } from "../route.js";
import { useTalk } from "../talk.js";

/** The word beside the colour: nobody has to tell them apart by colour. */
export function SeverityTag({ severity }: { readonly severity: Severity }) {
  const { say } = useTalk();
  return <span class={`tag tag-${severity}`}>{say(`severity.${severity}`)}</span>;
}

export function Tag({ kind, children }: { readonly kind: string; readonly children: ComponentChildren }) {
  return <span class={`tag tag-${kind}`}>{children}</span>;
}

/** A name of the code, broken between its parts where a line ends. */
export function Name({ name }: { readonly name: string }) {
  return (
    <>
      {name.split(/(?<=[.:#/])/).map((part, index) => (
        <>
          {index > 0 && <wbr />}
          {part}
        </>
      ))}
    </>
  );
}

export function PlaceLine({ place }: { readonly place: PagePlace }) {
  return (
    <span class="place">
      {place.file}:{place.line}
    </span>
  );
}

export function CodeLine({ code }: { readonly code: CodeQuote }) {
  return (
    <code class="line">
      {code.before}
      <mark>{code.marked}</mark>
      {code.after}
    </code>
  );
}

/** A share of a whole as a bar. The numbers stand beside it, so it says nothing of its own. */
export function Bar({
  part,
  whole,
  tone = "good",
}: {
  readonly part: number;
  readonly whole: number;
  readonly tone?: string;
}) {
  const share = whole === 0 ? 1 : Math.min(1, part / whole);
  return (
    <svg class={`bar bar-${tone}`} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="bar-whole" width="100" height="6" />
      <rect class="bar-part" width={100 * share} height="6" />
    </svg>
  );
}

/** Several shares, one after another. */
export function StackedBar(props: {
  readonly parts: readonly { readonly tone: string; readonly part: number }[];
  readonly whole: number;
}) {
  let from = 0;
  return (
    <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="bar-whole" width="100" height="6" />
      {props.parts.map(({ tone, part }) => {
        const x = from;
        from += (100 * part) / props.whole;
        return <rect key={tone} class={`bar-part part-${tone}`} x={x} width={from - x} height="6" />;
      })}
    </svg>
  );
}

export interface Fact {
  readonly label: string;
  readonly value: ComponentChildren;
}

/** Label and value, one under another; what has no value says so. */
export function Facts({ facts }: { readonly facts: readonly (Fact | null | false)[] }) {
  const { say } = useTalk();
  return (
    <dl class="facts">
      {facts.map(
        (fact) =>
          fact && (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>{isEmpty(fact.value) ? <span class="lacking">{say("not-stated")}</span> : fact.value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function isEmpty(value: ComponentChildren): boolean {
  return (
    value === null ||
    value === undefined ||
    value === "" ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** Things after one another, separated by commas. */
export function Listed({ items }: { readonly items: readonly ComponentChildren[] }) {
  return (
    <>
      {items.map((item, index) => (
        <>
          {index > 0 && ", "}
          {item}
        </>
      ))}
    </>
  );
}

/** `12 fields` and `3 findings` as links to those. */
export function Counts(props: {
  readonly fields?: number;
  readonly findings: number;
  readonly filter: Readonly<Record<string, string>>;
}) {
  const { say } = useTalk();
  return (
    <p class="counts">
      {props.fields !== undefined && (
        <a href={viewHash("fields", props.filter)}>{say("count.fields", { n: props.fields })}</a>
      )}
      {props.findings > 0 ? (
        <a class="has-findings" href={viewHash("findings", props.filter)}>
          {say("count.findings", { n: props.findings })}
        </a>
      ) : (
        <span>{say("count.no-findings")}</span>
      )}
    </p>
  );
}

export function Nothing({ children }: { readonly children: ComponentChildren }) {
  return <p class="nothing">{children}</p>;
}
