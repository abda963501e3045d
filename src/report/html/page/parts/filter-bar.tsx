import { useMemo } from "preact/hooks";
import { usePage } from "../talk.js";
import { choicesOf, type Facet } from "./facets.js";

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
  const keys = ["q", ...facets.map(({ key }) => key)];
  const filtered = keys.some((key) => params.has(key));
  if (printing) return null;
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
      {choices.map(({ facet, choices: own }) => {
        const value = params.get(facet.key) ?? "";
        if (own.length < 2 && value === "") return null;
        return (
          <label key={facet.key}>
            <span>{talk.say(facet.label)}</span>
            <select
              name={facet.key}
              value={value}
              onChange={(event) => navigation.set({ [facet.key]: event.currentTarget.value, page: "" })}
            >
              <option value="">{talk.say("all")}</option>
              {own.map((choice) => (
                <option key={choice.value} value={choice.value}>
                  {choice.title} ({talk.number(choice.count)})
                </option>
              ))}
              {value !== "" && !own.some((choice) => choice.value === value) && (
                <option value={value}>{facet.title(value, talk)} (0)</option>
              )}
            </select>
          </label>
        );
      })}
      <p class="found">
        <span role="status">{talk.say("found", { n: found, whole: talk.number(rows.length) })}</span>{" "}
        {filtered && (
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
