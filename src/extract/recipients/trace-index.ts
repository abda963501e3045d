import type { Catalog, CatalogRecipient } from "../../model/index.js";

/** How the name of a global must be used to count. */
export type GlobalUse = "mention" | "call" | "call-with-text" | "member";

interface HostRule {
  readonly recipient: string;
  /** What must follow the host; empty for anything. */
  readonly path: string;
}

/** Everything of the catalogue that leaves traces, arranged for looking up rather than for searching one by one. */
export interface TraceIndex {
  packageOf(module: string): string | null;
  /** The recipient behind a host, `rest` being the text that follows it. */
  hostOf(host: string, rest: string): string | null;
  /** Finds the end of every known last label; null when the catalogue has no hosts. */
  readonly lastLabels: RegExp | null;
  readonly globals: RegExp | null;
  globalOf(name: string): readonly { readonly recipient: string; readonly use: GlobalUse }[];
  readonly cookies: RegExp | null;
  cookieOf(name: string): string | null;
}

const made = new WeakMap<Catalog, TraceIndex>();

export function traceIndex(catalog: Catalog): TraceIndex {
  let index = made.get(catalog);
  if (!index) made.set(catalog, (index = makeIndex([...catalog.recipients.values()])));
  return index;
}

function makeIndex(recipients: readonly CatalogRecipient[]): TraceIndex {
  const packages = packageLookup(recipients);
  const hosts = hostLookup(recipients);
  const globals = globalLookup(recipients);
  const cookies = cookieLookup(recipients);
  return { ...packages, ...hosts, ...globals, ...cookies };
}

function packageLookup(recipients: readonly CatalogRecipient[]): Pick<TraceIndex, "packageOf"> {
  const exact = new Map<string, string>();
  const prefixes: { readonly prefix: string; readonly recipient: string }[] = [];
  for (const { id, packages } of recipients) {
    for (const name of packages) {
      if (name.endsWith("*")) prefixes.push({ prefix: name.slice(0, -1), recipient: id });
      else exact.set(name, id);
    }
  }
  prefixes.sort((a, b) => b.prefix.length - a.prefix.length);
  return {
    packageOf(module) {
      const parts = module.replace(/^npm:/, "").split("/");
      const name = parts.slice(0, module.startsWith("@") ? 2 : 1).join("/");
      return exact.get(name) ?? prefixes.find(({ prefix }) => name.startsWith(prefix))?.recipient ?? null;
    },
  };
}

/** Pages of a vendor that people read; a pattern for its subdomains does not mean them. */
const READING = new Set([
  "www",
  "docs",
  "doc",
  "developer",
  "developers",
  "dev",
  "help",
  "support",
  "status",
  "blog",
  "community",
  "learn",
  "academy",
  "forum",
]);

function hostLookup(recipients: readonly CatalogRecipient[]): Pick<TraceIndex, "hostOf" | "lastLabels"> {
  const exact = new Map<string, HostRule[]>();
  const under = new Map<string, HostRule[]>();
  const labels = new Set<string>();
  for (const { id, hosts } of recipients) {
    for (const written of hosts) {
      const slash = written.indexOf("/");
      const host = slash < 0 ? written : written.slice(0, slash);
      const rules = host.startsWith("*.") ? under : exact;
      const key = host.replace(/^\*\./, "");
      rules.set(key, [...(rules.get(key) ?? []), { recipient: id, path: slash < 0 ? "" : written.slice(slash) }]);
      labels.add(host.slice(host.lastIndexOf(".") + 1));
    }
  }
  for (const rules of [...exact.values(), ...under.values()]) rules.sort((a, b) => b.path.length - a.path.length);
  return {
    lastLabels: labels.size > 0 ? new RegExp(`\\.(?:${[...labels].sort().join("|")})(?![\\w-])`, "gi") : null,
    hostOf(host, rest) {
      const anyRegion = host.replace(REGION, "*");
      const own = matching(exact.get(host), rest) ?? matching(exact.get(anyRegion), rest);
      if (own) return own;
      let dot = anyRegion.indexOf(".");
      if (READING.has(anyRegion.slice(0, dot))) return null;
      for (; dot >= 0; dot = anyRegion.indexOf(".", dot + 1)) {
        const found = matching(under.get(anyRegion.slice(dot + 1)), rest);
        if (found) return found;
      }
      return null;
    },
  };
}

/** Labels that name a region of a cloud (`eu-central-1`), and holes of templates. */
const REGION = /(?<=\.)(?:[a-z]{2}(?:-[a-z]{2,12}){1,3}-\d|x)(?=\.)/g;

function matching(rules: readonly HostRule[] | undefined, rest: string): string | null {
  return rules?.find(({ path }) => rest.startsWith(path))?.recipient ?? null;
}

const USES: readonly (readonly [ending: string, use: GlobalUse])[] = [
  ['("")', "call-with-text"],
  ["()", "call"],
  [".*", "member"],
];

function globalLookup(recipients: readonly CatalogRecipient[]): Pick<TraceIndex, "globals" | "globalOf"> {
  const exact = new Map<string, { recipient: string; use: GlobalUse }[]>();
  const prefixes: { readonly prefix: string; readonly recipient: string; readonly use: GlobalUse }[] = [];
  for (const { id, globals } of recipients) {
    for (const written of globals) {
      const [ending, use] = USES.find(([end]) => written.endsWith(end)) ?? ["", "mention" as const];
      const name = written.slice(0, written.length - ending.length);
      if (name.endsWith("*")) prefixes.push({ prefix: name.slice(0, -1), recipient: id, use });
      else exact.set(name, [...(exact.get(name) ?? []), { recipient: id, use }]);
    }
  }
  const words = [...[...exact.keys()].map(escape), ...prefixes.map(({ prefix }) => `${escape(prefix)}\\w+`)];
  return {
    globals: words.length > 0 ? new RegExp(`(?<![\\w$"'/@#-])(?:${words.sort().join("|")})(?![\\w$])`, "g") : null,
    globalOf: (name) =>
      exact.get(name) ?? prefixes.filter(({ prefix }) => name.startsWith(prefix) && name.length > prefix.length),
  };
}

function cookieLookup(recipients: readonly CatalogRecipient[]): Pick<TraceIndex, "cookies" | "cookieOf"> {
  const exact = new Map<string, string>();
  const prefixes: { readonly prefix: string; readonly recipient: string }[] = [];
  for (const { id, cookies } of recipients) {
    for (const { name } of cookies) {
      if (name.endsWith("*")) prefixes.push({ prefix: name.slice(0, -1), recipient: id });
      else exact.set(name, id);
    }
  }
  const words = [...[...exact.keys()].map(escape), ...prefixes.map(({ prefix }) => `${escape(prefix)}[\\w-]*`)];
  return {
    cookies: words.length > 0 ? new RegExp(`(?<=["'\`])(?:${words.sort().join("|")})(?=["'\`=])`, "g") : null,
    cookieOf: (name) => exact.get(name) ?? prefixes.find(({ prefix }) => name.startsWith(prefix))?.recipient ?? null,
  };
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
