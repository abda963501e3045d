import { usePage } from "../talk.js";

export interface Shown<Row> {
  readonly rows: readonly Row[];
  readonly page: number;
  readonly pages: number;
}

/** The rows of the page that the address names, or of the page on which a certain row stands. */
export function pageOf<Row>(rows: readonly Row[], size: number, asked: number, at: number): Shown<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const wanted = at >= 0 ? Math.floor(at / size) + 1 : asked;
  const page = Math.min(Math.max(1, Number.isInteger(wanted) ? wanted : 1), pages);
  return { rows: rows.slice((page - 1) * size, page * size), page, pages };
}

export function Pager({ page, pages }: { readonly page: number; readonly pages: number }) {
  const { talk, navigation, printing } = usePage();
  if (pages < 2 || printing) return null;
  const go = (to: number) => () => navigation.set({ page: to === 1 ? "" : String(to) });
  return (
    <nav class="pager" aria-label={talk.say("pages")}>
      <button type="button" disabled={page === 1} onClick={go(1)}>
        {talk.say("first")}
      </button>
      <button type="button" disabled={page === 1} onClick={go(page - 1)}>
        {talk.say("previous")}
      </button>
      <span>{talk.say("page-of", { page: talk.number(page), pages: talk.number(pages) })}</span>
      <button type="button" disabled={page === pages} onClick={go(page + 1)}>
        {talk.say("next")}
      </button>
      <button type="button" disabled={page === pages} onClick={go(pages)}>
        {talk.say("last")}
      </button>
    </nav>
  );
}
