import { isCounted, type Model } from "./model.js";
import { VIEWS, viewHash, type ViewName } from "./route.js";
import { usePage } from "./talk.js";

/** The views of the report, each with how much there is in it. */
export function Contents({ current }: { readonly current: ViewName }) {
  const { model, talk } = usePage();
  return (
    <nav class="contents" aria-label={talk.say("contents")}>
      <ul>
        {VIEWS.map((view) => {
          const count = COUNTS[view](model);
          return (
            <li key={view}>
              <a href={viewHash(view)} aria-current={view === current ? "page" : undefined}>
                <span>{talk.say(`view.${view}`)}</span>
                {count !== null && <span class="count">{talk.number(count)}</span>}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

const COUNTS = {
  overview: () => null,
  findings: ({ data }) => data.findings.length,
  purposes: ({ data }) => data.declared?.purposes.length ?? 0,
  categories: ({ data, fieldsBy }) =>
    new Set([...(data.declared?.categories ?? []).map(({ id }) => id), ...fieldsBy.categories.keys()]).size,
  subjects: ({ data }) => data.declared?.subjects.length ?? 0,
  recipients: ({ data }) => data.recipients.length,
  stores: ({ data }) => (data.declared?.stores.length ?? 0) + data.storesInCode.length,
  fields: ({ data }) => data.fields.filter(isCounted).length,
  paths: () => null,
  clauses: () => null,
  scope: () => null,
} as const satisfies Record<ViewName, (model: Model) => number | null>;
