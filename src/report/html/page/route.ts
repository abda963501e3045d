import { useEffect, useState } from "preact/hooks";

/** Views of the page, in the order of its contents. */
export const VIEWS = [
  "overview",
  "findings",
  "purposes",
  "categories",
  "subjects",
  "recipients",
  "stores",
  "fields",
  "paths",
  "clauses",
  "scope",
] as const;

export type ViewName = (typeof VIEWS)[number];

/** Single things that a link can lead to: `#finding-1f2e`, `#purpose-account`. */
const ITEMS = {
  finding: "findings",
  field: "fields",
  purpose: "purposes",
  category: "categories",
  subject: "subjects",
  recipient: "recipients",
  store: "stores",
  path: "paths",
} as const satisfies Record<string, ViewName>;

export type ItemKind = keyof typeof ITEMS;

export interface Route {
  readonly view: ViewName;
  /** Filters, search and order of the view. */
  readonly params: URLSearchParams;
  /** Id of the thing linked to, or null. */
  readonly focus: string | null;
}

/** The part of the address after `#`, read. What it does not know leads to the overview. */
export function parseHash(hash: string): Route {
  const text = hash.replace(/^#/, "");
  const [head = "", query = ""] = splitOnce(text, "?");
  const [kind = "", id] = splitOnce(head, "-");
  if (id !== undefined && Object.hasOwn(ITEMS, kind)) {
    return { view: ITEMS[kind as ItemKind], params: new URLSearchParams(query), focus: decoded(id) };
  }
  const view = VIEWS.find((name) => name === head) ?? "overview";
  return { view, params: new URLSearchParams(query), focus: null };
}

export function viewHash(view: ViewName, params: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(params).toString();
  return `#${view}${query === "" ? "" : `?${query}`}`;
}

export function itemHash(kind: ItemKind, id: string): string {
  return `#${kind}-${encodeURIComponent(id)}`;
}

/** Id of the element that such a link leads to. */
export function itemId(kind: ItemKind, id: string): string {
  return `${kind}-${id}`;
}

export interface Navigation {
  readonly route: Route;
  /** Changes filters in place: the address follows, the history does not grow. */
  readonly set: (changes: Readonly<Record<string, string>>) => void;
}

export function useNavigation(): Navigation {
  const [route, setRoute] = useState(() => parseHash(location.hash));
  useEffect(() => {
    const follow = (): void => setRoute(parseHash(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const set = (changes: Readonly<Record<string, string>>): void => {
    const params = new URLSearchParams(route.params);
    for (const [key, value] of Object.entries(changes)) {
      if (value === "") params.delete(key);
      else params.set(key, value);
    }
    history.replaceState(null, "", viewHash(route.view, Object.fromEntries(params)));
    setRoute({ view: route.view, params, focus: null });
  };
  return { route, set };
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
