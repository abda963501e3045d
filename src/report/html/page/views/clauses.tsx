import { themeOf, type Model } from "../model.js";
import { Nothing, SeverityTag } from "../parts/bits.js";
import { itemHash, viewHash, type ItemKind } from "../route.js";
import { usePage, useTalk } from "../talk.js";

interface Declaring {
  readonly kind: ItemKind;
  readonly id: string;
  readonly title: string;
}

interface ClauseRow {
  readonly clause: string;
  readonly declares: readonly Declaring[];
  readonly rules: ReadonlyMap<string, number>;
}

/** The policy clause by clause: what the map declares under each, and what contradicts it. */
export function Clauses() {
  const { model, talk } = usePage();
  const rows = clauseRows(model);
  if (rows.length === 0) return <Nothing>{talk.say("clauses.none")}</Nothing>;
  return (
    <>
      <p class="lead">{talk.say("clauses.lead")}</p>
      <div class="table" role="region" aria-label={talk.say("view.clauses")} tabIndex={0}>
        <table>
          <caption class="unseen">{talk.say("view.clauses")}</caption>
          <thead>
            <tr>
              <th scope="col">{talk.say("clause")}</th>
              <th scope="col">{talk.say("clause.declares")}</th>
              <th scope="col">{talk.say("clause.findings")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.clause} row={row} model={model} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ row: { clause, declares, rules }, model }: { readonly row: ClauseRow; readonly model: Model }) {
  const talk = useTalk();
  return (
    <tr>
      <th scope="row">{clause}</th>
      <td>
        <ul class="plain">
          {declares.map(({ kind, id, title }) => (
            <li key={kind + id}>
              {talk.say(`one.${kind as "purpose" | "category" | "subject"}`)}: <a href={itemHash(kind, id)}>{title}</a>
            </li>
          ))}
        </ul>
      </td>
      <td>
        {rules.size === 0 ? (
          talk.say("count.no-findings")
        ) : (
          <ul class="plain">
            {[...rules].map(([id, count]) => {
              const severity = model.data.findings.find(({ rule }) => rule === id)!.severity;
              return (
                <li key={id}>
                  <SeverityTag severity={severity} />{" "}
                  <a href={viewHash("findings", { clause, rule: id })}>
                    {talk.of(model.rules.get(id)?.title ?? [themeOf(id), id])}
                  </a>{" "}
                  ({talk.number(count)})
                </li>
              );
            })}
          </ul>
        )}
      </td>
    </tr>
  );
}

function clauseRows({ data }: Model): ClauseRow[] {
  const rows = new Map<string, { declares: Declaring[]; rules: Map<string, number> }>();
  const at = (clause: string) => {
    const known = rows.get(clause) ?? { declares: [], rules: new Map<string, number>() };
    rows.set(clause, known);
    return known;
  };
  const { declared } = data;
  const declare = (
    kind: ItemKind,
    entries: readonly { id: string; title: string | null; clause: string | null }[],
  ): void => {
    for (const { id, title, clause } of entries)
      if (clause !== null) at(clause).declares.push({ kind, id, title: title ?? id });
  };
  declare("purpose", declared?.purposes ?? []);
  declare("category", declared?.categories ?? []);
  declare("subject", declared?.subjects ?? []);
  for (const { rule, clauses } of data.findings) {
    for (const clause of clauses) {
      const { rules } = at(clause);
      rules.set(rule, (rules.get(rule) ?? 0) + 1);
    }
  }
  return [...rows].map(([clause, row]) => ({ clause, ...row })).sort((a, b) => byNumbers(a.clause, b.clause));
}

/** `3.2` before `3.10`. */
function byNumbers(a: string, b: string): number {
  return a.localeCompare(b, "en", { numeric: true });
}
