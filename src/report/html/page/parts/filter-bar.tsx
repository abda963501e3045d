import { useMemo } from "preact/hooks";
import { usePage } from "../talk.js";
import { choicesOf, type Choice, type Facet } from "./facets.js";

interface Props<Row> {
  readonly rows: readonly Row[];
  readonly facets: readonly Facet<Row>[];
  /** How many rows are shown. */
  readonly found: number;
}

/** Search and choices above a list. What is chosen stands in the address. */
export function FilterBar<Row>({ rows, facets, found }: Props<Row>) {
  const { talk, navigation, printing } = usePage();
  const { params } = navigation.route;
  const choices = useMemo(
    () => facets.map((facet) => ({ facet, choices: choicesOf(facet, rows, talk) })),
    [rows, facets, talk],
  );
  if (printing) return null;
  const keys = ["q", ...facets.map(({ key }) => key)];
  // One value to choose from is no choice, unless a link has chosen another.
  const useful = choices.filter((each) => each.choices.length > 1 || params.has(each.facet.key));
  const [first, folded] = [
    useful.filter(({ facet }) => !facet.secondary),
    useful.filter(({ facet }) => facet.secondary),
  ];
  return (
    <form class="filters" role="search" aria-label={talk.say("filter")} onSubmit={(event) => event.preventDefault()}>
      <label class="search">
        <span>{talk.say("search")}</span>
        <input
          type="search"
          value={params.get("q") ?? ""}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => navigation.set({ q: event.currentTarget.value, page: "" })}
        />
      </label>
      {first.map((each) => (
        <Choose key={each.facet.key} {...each} />
      ))}
      {folded.length > 0 && (
        <details class="more" open={folded.some(({ facet }) => params.has(facet.key)) || undefined}>
          <summary>{talk.say("filter.more")}</summary>
          <div>
            {folded.map((each) => (
              <Choose key={each.facet.key} {...each} />
            ))}
          </div>
        </details>
      )}
      <p class="found">
        <span role="status">{talk.say("found", { n: found, whole: talk.number(rows.length) })}</span>{" "}
        {keys.some((key) => params.has(key)) && (
          <button
            type="button"
            onClick={() => navigation.set(Object.fromEntries([...keys, "page"].map((key) => [key, ""])))}
          >
            {talk.say("clear")}
          </button>
        )}
      </p>
    </form>
  );
}

function Choose<Row>({ facet, choices }: { readonly facet: Facet<Row>; readonly choices: readonly Choice[] }) {
  const { talk, navigation } = usePage();
  const value = navigation.route.params.get(facet.key) ?? "";
  return (
    <label>
      <span>{talk.say(facet.label)}</span>
      <select
        name={facet.key}
        value={value}
        onChange={(event) => navigation.set({ [facet.key]: event.currentTarget.value, page: "" })}
      >
        <option value="">{talk.say("all")}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.title} ({talk.number(choice.count)})
          </option>
        ))}
        {value !== "" && !choices.some((choice) => choice.value === value) && (
          <option value={value}>{facet.title(value, talk)} (0)</option>
        )}
      </select>
    </label>
  );
}
