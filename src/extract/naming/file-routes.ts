/** A route that a framework derives from where a file stands. */
export interface FileRoute {
  readonly path: string;
  /** Method, when the file name says it (`users.post.ts`). */
  readonly method?: string;
}

const METHODS = new Set(["get", "post", "put", "patch", "delete", "head", "options"]);

/** Next (`app/…/route.ts`, `pages/api`), SvelteKit, Nuxt and Remix, by the file name alone; null for a file that is no route. */
export function fileRoute(file: string): FileRoute | null {
  const segments = file.replace(/\.[cm]?[jt]sx?$/, "").split("/");
  const last = segments.pop()!;
  if (last === "+server" || last === "+page.server" || last === "+layout.server")
    return under(segments, ["routes"], (rest) => ({ path: join(rest) }));
  if (last === "route") return under(segments, ["app"], (rest) => ({ path: join(rest) }));
  const all = [...segments, last];
  return (
    under(all, ["pages", "api"], (rest) => ({ path: join(["api", ...rest]) })) ??
    under(all, ["server", "api"], (rest) => withMethod(["api", ...rest])) ??
    under(all, ["server", "routes"], withMethod) ??
    under(all, ["app", "routes"], (rest) => ({ path: join(rest.flatMap(flatSegments)) }))
  );
}

/** Name of a file for people: `users` for `users.ts`, and for `users/index.ts`, `users/route.ts`. */
export function fileBaseName(file: string): string {
  const segments = file.split("/");
  const base = segments
    .pop()!
    .replace(/\.[cm]?[jt]sx?$|\.[^.]+$/, "")
    // What kind of file it is names no record.
    .replace(/(.)\.(?:class|controller|component|dto|model|routes?|schema|service|validat(?:ion|or))$/, "$1");
  const telling = !/^(?:index|route|page|layout|schema|\+(?:server|page|layout)(?:\.server)?)$/.test(base);
  return telling ? base : (segments.pop() ?? base);
}

/** What stands below the innermost folders of that name. */
function under(
  segments: readonly string[],
  folders: readonly string[],
  make: (rest: readonly string[]) => FileRoute,
): FileRoute | null {
  for (let at = segments.length - folders.length; at >= 0; at--) {
    if (folders.every((folder, index) => segments[at + index] === folder)) {
      return make(segments.slice(at + folders.length));
    }
  }
  return null;
}

function withMethod(segments: readonly string[]): FileRoute {
  const [, name = "", method = ""] = /^(.*?)(?:\.(\w+))?$/.exec(segments.at(-1) ?? "") ?? [];
  if (!METHODS.has(method)) return { path: join(segments) };
  return { path: join([...segments.slice(0, -1), name]), method: method.toUpperCase() };
}

/** `users.$id_.edit` is `/users/$id/edit`; a leading underscore marks a layout that adds no segment. */
function flatSegments(segment: string): string[] {
  return segment
    .split(".")
    .filter((part) => !part.startsWith("_"))
    .map((part) => part.replace(/_$/, ""));
}

/** Groups `(x)`, slots `@x` and `index` add no segment. */
function join(segments: readonly string[]): string {
  const shown = segments.filter((segment) => !/^\(.*\)$|^@|^index$|^route$/.test(segment));
  return `/${shown.join("/")}`;
}
