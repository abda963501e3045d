import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PageKey } from "../../words/index.js";
import { usePage, type Talk } from "../talk.js";
import { pageOf, Pager } from "./pager.js";

export interface Column<Row> {
  readonly key: string;
  readonly label: PageKey;
  readonly cell: (row: Row, talk: Talk) => ComponentChildren;
  /** What rows are ordered by; a column without it is not sorted. */
  readonly order?: (row: Row, talk: Talk) => string | number;
}

interface Props<Row> {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly idOf: (row: Row) => string;
  /** What a row unfolds to. */
  readonly detail: (row: Row) => ComponentChildren;
  /** Id of the row that the address leads to. */
  readonly focus: string | null;
}

const SIZE = 50;
/** Rows that are printed: a longer list is for a screen or a spreadsheet. */
const PRINTED = 1000;

/** A table in pages, sorted by its headings, each row with details one click deeper. */
export function DataTable<Row>({ caption, rows, columns, idOf, detail, focus }: Props<Row>) {
  const { talk, navigation, printing } = usePage();
  const { params } = navigation.route;
  const sort = params.get("sort") ?? "";
  const sorted = useMemo(() => ordered(rows, columns, sort, talk), [rows, columns, sort, talk]);
  const at = focus === null ? -1 : sorted.findIndex((row) => idOf(row) === focus);
  const size = printing ? PRINTED : SIZE;
  const shown = pageOf(sorted, size, printing ? 1 : Number(params.get("page") ?? 1), printing ? -1 : at);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const target = useRef<HTMLTableRowElement>(null);

  useEffect(() => {
    if (focus === null || at < 0) return;
    setOpen(new Set([focus]));
    target.current?.scrollIntoView({ block: "center" });
    target.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [focus]);

  const toggle = (id: string) => () => {
    const now = new Set(open);
    if (!now.delete(id)) now.add(id);
    setOpen(now);
  };
  return (
    <>
      <div class="table" role="region" aria-label={caption} tabIndex={0}>
        <table>
          <caption class="unseen">{caption}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <Heading key={column.key} column={column} sort={sort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.rows.map((row) => {
              const id = idOf(row);
              const isOpen = open.has(id) && !printing;
              return (
                <>
                  <tr key={id} ref={id === focus ? target : null} class={isOpen ? "open" : undefined}>
                    {columns.map(({ key, cell }, index) =>
                      index === 0 ? (
                        <th key={key} scope="row">
                          {printing ? (
                            cell(row, talk)
                          ) : (
                            <button type="button" class="unfold" aria-expanded={isOpen} onClick={toggle(id)}>
                              {cell(row, talk)}
                            </button>
                          )}
                        </th>
                      ) : (
                        <td key={key}>{cell(row, talk)}</td>
                      ),
                    )}
                  </tr>
                  {isOpen && (
                    <tr key={`${id} detail`} class="detail">
                      <td colSpan={columns.length}>{detail(row)}</td>
                    </tr>
                  )}
                </>
              );
            })}
          </tbody>
        </table>
      </div>
      {printing && rows.length > PRINTED && (
        <p>{talk.say("printed-first", { n: PRINTED, whole: talk.number(rows.length) })}</p>
      )}
      <Pager page={shown.page} pages={shown.pages} />
    </>
  );
}

function Heading<Row>({ column, sort }: { readonly column: Column<Row>; readonly sort: string }) {
  const { talk, navigation, printing } = usePage();
  const { key, label, order } = column;
  const title = talk.say(label);
  // A heading is repeated on every sheet of paper; browsers repeat its text, but not its buttons.
  if (!order || printing) return <th scope="col">{title}</th>;
  const direction = sort === key ? "ascending" : sort === `-${key}` ? "descending" : null;
  return (
    <th scope="col" {...(direction && { "aria-sort": direction })}>
      <button
        type="button"
        class="sort"
        onClick={() => navigation.set({ sort: direction === "ascending" ? `-${key}` : key, page: "" })}
      >
        {title}
        <span aria-hidden="true">{direction === "ascending" ? " ▲" : direction === "descending" ? " ▼" : ""}</span>
      </button>
    </th>
  );
}

function ordered<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: string, talk: Talk): readonly Row[] {
  const descending = sort.startsWith("-");
  const order = columns.find(({ key }) => key === sort.replace(/^-/, ""))?.order;
  if (!order) return rows;
  const keyed = rows.map((row, index) => ({ row, index, key: folded(order(row, talk)) }));
  const sign = descending ? -1 : 1;
  keyed.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : a.index - b.index));
  return keyed.map(({ row }) => row);
}

function folded(key: string | number): string | number {
  return typeof key === "string" ? key.toLowerCase() : key;
}
