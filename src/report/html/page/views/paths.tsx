import { useMemo } from "preact/hooks";
import { isCounted } from "../model.js";
import { Nothing } from "../parts/bits.js";
import { Diagram } from "../parts/diagram.js";
import { pathGraph, type PathGraph, type Stage } from "../path-graph.js";
import { itemHash } from "../route.js";
import { usePage } from "../talk.js";

const STAGES = ["collected", "record", "store", "recipient", "leak"] as const satisfies readonly Stage[];

/** The way of a datum from where it is collected to where it is kept and whom it reaches. */
export function Paths() {
  const { model, talk, navigation } = usePage();
  const { params, focus } = navigation.route;
  const types = useMemo(() => {
    const counts = new Map<string, number>();
    for (const field of model.data.fields) {
      if (isCounted(field)) counts.set(field.dataType, (counts.get(field.dataType) ?? 0) + 1);
    }
    return [...counts].sort(([, a], [, b]) => b - a).map(([id, count]) => ({ id, count }));
  }, [model]);
  const current = focus ?? params.get("type") ?? types[0]?.id;
  const graph = useMemo(() => (current === undefined ? null : pathGraph(current, model, talk)), [current, model, talk]);
  if (!graph || current === undefined) return <Nothing>{talk.words.say("summary.no-fields")}</Nothing>;
  return (
    <>
      <p class="lead">{talk.say("paths.lead")}</p>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          <span>{talk.say("column.type")}</span>
          <select value={current} onChange={(event) => navigation.set({ type: event.currentTarget.value })}>
            {types.map(({ id, count }) => (
              <option key={id} value={id}>
                {talk.of(model.dataTypes.get(id) ?? [id, id])} ({talk.number(count)})
              </option>
            ))}
          </select>
        </label>
      </form>
      <Diagram graph={graph} />
      <ul class="legend">
        <li>
          <svg class="key" viewBox="0 0 40 8" aria-hidden="true">
            <path class="edge" d="M0,4H40" />
          </svg>
          {talk.say("paths.seen")}
        </li>
        <li>
          <svg class="key" viewBox="0 0 40 8" aria-hidden="true">
            <path class="edge edge-allowed" d="M0,4H40" />
          </svg>
          {talk.say("paths.allowed")}
        </li>
        {(["store", "recipient", "leak"] as const).map((stage) => (
          <li key={stage}>
            <svg class="key key-box" viewBox="0 0 40 20" aria-hidden="true">
              <g class={`node node-${stage}`}>
                <rect x="1" y="1" width="38" height="18" rx="3" />
              </g>
            </svg>
            {talk.say(`stage.${stage}`)}
          </li>
        ))}
      </ul>
      <details class="more">
        <summary>{talk.say("paths.in-words")}</summary>
        <InWords graph={graph} />
      </details>
    </>
  );
}

/** The diagram for those who do not see it. */
function InWords({ graph }: { readonly graph: PathGraph }) {
  const { talk } = usePage();
  const allowed = new Set(graph.edges.filter(({ seen }) => !seen).map(({ to }) => to));
  return (
    <dl class="facts">
      {STAGES.map((stage) => {
        const nodes = graph.nodes.filter((node) => node.stage === stage);
        return (
          <div key={stage}>
            <dt>{talk.say(`stage.${stage}`)}</dt>
            <dd>
              {nodes.length === 0 ? (
                talk.say("stage.nothing")
              ) : (
                <ul class="plain">
                  {nodes.map(({ id, title, note, link }) => (
                    <li key={id}>
                      {link ? <a href={itemHash(link.kind, link.id)}>{title}</a> : title}
                      {note !== "" && `, ${note}`}
                      {allowed.has(id) && ` (${talk.say("paths.allowed")})`}
                    </li>
                  ))}
                </ul>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
