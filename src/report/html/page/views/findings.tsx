import { useEffect, useMemo } from "preact/hooks";
import type { PageFinding } from "../../page-data.js";
import { chosen, remembering, type Facet } from "../parts/facets.js";
import { FilterBar } from "../parts/filter-bar.js";
import { FindingCard } from "../parts/finding.js";
import { Nothing } from "../parts/bits.js";
import { pageOf, Pager } from "../parts/pager.js";
import { itemId } from "../route.js";
import { usePage, type PageContext } from "../talk.js";
import { findingFacets } from "./finding-facets.js";

const SIZE = 25;
const PRINTED = 1000;

/** Every finding, the worst first. */
export function Findings() {
  const page = usePage();
  const { model, talk, navigation, printing } = page;
  const { params, focus } = navigation.route;
  const facets = useMemo(() => findingFacets(model), [model]);
  const textOf = useMemo(() => remembering((finding: PageFinding) => searched(finding, page)), [model, talk]);
  const all = model.data.findings;
  const search = printing || navigation.route.view !== "findings" ? new URLSearchParams() : params;
  const rows = useMemo(
    () => sorted(chosen(all, facets, search, textOf), search),
    [all, facets, search.toString(), textOf],
  );
  const at = focus === null ? -1 : rows.findIndex(({ fingerprint }) => fingerprint === focus);
  const size = printing ? PRINTED : SIZE;
  const shown = pageOf(rows, size, printing ? 1 : Number(params.get("page") ?? 1), printing ? -1 : at);

  useEffect(() => {
    if (focus === null) return;
    const element = document.getElementById(itemId("finding", focus));
    element?.scrollIntoView({ block: "start" });
    element?.querySelector("summary")?.focus({ preventScroll: true });
  }, [focus]);

  if (all.length === 0)
    return <Nothing>{talk.say(model.data.map === null ? "verdict.unjudged" : "verdict.nothing")}</Nothing>;
  return (
    <>
      <FilterBar rows={all} facets={facets as readonly Facet<PageFinding>[]} found={rows.length} />
      {focus !== null && at < 0 && <Nothing>{talk.say("finding.gone")}</Nothing>}
      {!printing && (
        <label class="order">
          <span>{talk.say("order")}</span>
          <select
            value={params.get("sort") ?? ""}
            onChange={(event) => navigation.set({ sort: event.currentTarget.value })}
          >
            <option value="">{talk.say("order.worst")}</option>
            <option value="place">{talk.say("order.place")}</option>
            <option value="new">{talk.say("order.new")}</option>
          </select>
        </label>
      )}
      <div class="findings">
        {shown.rows.map((finding, index) => (
          <FindingCard
            key={finding.fingerprint}
            finding={finding}
            open={finding.fingerprint === focus}
            again={printing && shown.rows[index - 1]?.rule === finding.rule}
          />
        ))}
      </div>
      {printing && rows.length > PRINTED && (
        <p>{talk.say("printed-first", { n: PRINTED, whole: talk.number(rows.length) })}</p>
      )}
      <Pager page={shown.page} pages={shown.pages} />
    </>
  );
}

function searched(finding: PageFinding, { model, talk }: PageContext): string {
  const rule = model.rules.get(finding.rule);
  return [
    talk.text(finding.message),
    rule ? talk.of(rule.title) : "",
    finding.rule,
    finding.subject,
    finding.place?.file ?? "",
    finding.fingerprint,
    ...finding.about.fields,
  ].join("\n");
}

/** In the order of the data the worst come first. */
function sorted(rows: readonly PageFinding[], params: URLSearchParams): readonly PageFinding[] {
  const sort = params.get("sort");
  if (sort === "new") return [...rows].sort((a, b) => Number(b.fresh) - Number(a.fresh));
  if (sort !== "place") return rows;
  const key = ({ place }: PageFinding): string => place?.file ?? "";
  return [...rows].sort((a, b) =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : (a.place?.line ?? 0) - (b.place?.line ?? 0),
  );
}
