import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, importOf, knownText, propertiesOf, type Script } from "../estree/index.js";
import type { CookieWrite } from "../../model/index.js";
import { flagsIn, type AgeUnit, type CookieFlags } from "./flags.js";

export type Written = Omit<CookieWrite, "kind">;

/** How a way of setting cookies takes its options, and what it sets where none are given. */
interface Way {
  readonly name: TSESTree.Node | null;
  readonly options: TSESTree.Node | null;
  readonly unit: AgeUnit;
  readonly role?: "session";
  readonly defaults?: Partial<CookieFlags>;
  readonly givenName?: string;
}

/** The cookie that a call sets, with its flags. */
export function cookieWritten(node: TSESTree.CallExpression, script: Script): Written | null {
  const way = sessionWay(node, script) ?? methodWay(node, script) ?? functionWay(node, script);
  if (!way) return null;
  const flags = flagsIn(way.options, script, way.unit);
  const name = way.givenName ?? (way.name && knownText(way.name, script));
  const merged = Object.fromEntries(
    Object.entries(flags).map(([flag, value]) => [
      flag,
      value === "unset" ? (way.defaults?.[flag as keyof CookieFlags] ?? value) : value,
    ]),
  ) as unknown as CookieFlags;
  return { name, role: way.role ?? "any", ...merged };
}

/** Middlewares that keep a session in a cookie: where their options are, and what these are by default. */
const SESSIONS: Readonly<
  Record<string, { readonly under: string | null; readonly argument: number; readonly defaults: Partial<CookieFlags> }>
> = {
  "express-session": { under: "cookie", argument: 0, defaults: { httpOnly: "on" } },
  // Secure wherever the request is.
  "cookie-session": { under: null, argument: 0, defaults: { httpOnly: "on", secure: "unknown" } },
  "koa-session": { under: null, argument: 0, defaults: { httpOnly: "on", secure: "unknown" } },
  "koa-generic-session": { under: "cookie", argument: 0, defaults: { httpOnly: "on", secure: "unknown" } },
  "@fastify/session": { under: "cookie", argument: 1, defaults: { httpOnly: "on", secure: "on" } },
  "@fastify/secure-session": { under: "cookie", argument: 1, defaults: {} },
  "iron-session": { under: "cookieOptions", argument: 2, defaults: { httpOnly: "on", secure: "on", sameSite: "on" } },
};

function sessionWay(node: TSESTree.CallExpression, script: Script): Way | null {
  const registers = node.callee.type === "MemberExpression" && calleePath(node.callee)?.at(-1) === "register";
  const target = registers ? node.arguments[0] : node.callee;
  const module = target ? (importOf(target, script.imports)?.module ?? "") : "";
  if (!Object.hasOwn(SESSIONS, module)) return null;
  const { under, argument, defaults } = SESSIONS[module]!;
  if (registers !== (argument === 1)) return null;
  const given = node.arguments[argument] ?? null;
  const unit = module === "iron-session" || module.startsWith("@fastify") ? "seconds" : "milliseconds";
  if (given && given.type !== "ObjectExpression") return null;
  const { members, spreads } = propertiesOf(given);
  const options = under === null ? given : (members.find(({ name }) => name === under)?.value ?? null);
  if (under !== null && options === null && spreads.length > 0) return null;
  return { name: null, options, unit, role: "session", defaults };
}

const REPLIES = /^(?:res|resp|response|reply|\(\))$/i;
const PAGES =
  /^(?:js-cookie|universal-cookie|cookies-next|react-cookie|vue-cookies|tiny-cookie|es-cookie|typescript-cookie|ngx-cookie-service)$/;

/** `res.cookie(name, value, options)`, `reply.setCookie(…)`, `ctx.cookies.set(…)`, `cookies().set(…)`, `Cookies.set(…)`. */
function methodWay(node: TSESTree.CallExpression, script: Script): Way | null {
  const path = pathOf(node.callee);
  const [first, second, third] = node.arguments;
  if (!path || path.length < 2 || !first || node.arguments.some(({ type }) => type === "SpreadElement")) return null;
  const method = path.at(-1)!;
  const holder = path.filter((part) => part !== "()").at(-2) ?? "";
  if (
    method === "cookie" &&
    second &&
    !isEmpty(second) &&
    (REPLIES.test(holder) || /^(?:status|json|header|type)$/.test(holder))
  )
    return { name: first, options: third ?? null, unit: "milliseconds" };
  if (/^set(?:Signed)?Cookie$/.test(method) && second && REPLIES.test(holder) && !isEmpty(second))
    return { name: first, options: third ?? null, unit: "seconds" };
  const imported = script.imports.get(path[0]!);
  if (method === "set" && imported && PAGES.test(imported.module) && second && !isEmpty(second))
    return { name: first, options: third ?? null, unit: "seconds", defaults: { httpOnly: "off" } };
  if (method !== "set" || !holdsCookies(node.callee as TSESTree.MemberExpression, holder, script)) return null;
  if (first.type === "ObjectExpression") {
    const { members } = propertiesOf(first);
    const value = members.find((member) => member.name === "value")?.value;
    return value && isEmpty(value)
      ? null
      : { name: members.find((member) => member.name === "name")?.value ?? null, options: first, unit: "seconds" };
  }
  if (!second || isEmpty(second)) return null;
  // Koa's cookies are closed to scripts unless told otherwise, secure wherever the request is, and count in milliseconds.
  const koa = /^(?:ctx|context)$/.test(path[0]!) && script.source.text.includes("koa");
  return {
    name: first,
    options: third ?? null,
    unit: koa ? "milliseconds" : "seconds",
    ...(koa && { defaults: { httpOnly: "on" as const, secure: "unknown" as const } }),
  };
}

/** The path of `cookies().set`, and of `(await cookies()).set`. */
function pathOf(callee: TSESTree.Node): string[] | null {
  if (callee.type !== "MemberExpression" || callee.object.type !== "AwaitExpression") return calleePath(callee);
  const path = calleePath(callee.object.argument);
  return path && callee.property.type === "Identifier" ? [...path, callee.property.name] : null;
}

/** `ctx.cookies`, `response.cookies`, `cookies()`, or what was made of Next's `cookies()`. */
function holdsCookies({ object }: TSESTree.MemberExpression, holder: string, script: Script): boolean {
  if (holder !== "cookies" && holder !== "cookieStore") return false;
  const path = calleePath(object.type === "AwaitExpression" ? object.argument : object) ?? [];
  const root = script.imports.get(path[0]!);
  if (path[0] === holder) return root?.module === "next/headers" || script.source.text.includes("next/headers");
  return /^(?:ctx|context|res|response|reply|c|event|Astro)$/.test(path[0] ?? "");
}

/** `setCookie(c, name, value, options)` of Hono, `setCookie(event, name, value, options)` of h3, `serialize(name, value, options)`. */
function functionWay(node: TSESTree.CallExpression, script: Script): Way | null {
  const imported = importOf(node.callee, script.imports);
  const given = node.arguments;
  if (!imported || given.some(({ type }) => type === "SpreadElement")) return null;
  const { module, imported: name } = imported;
  const carried = /^(?:hono\/cookie|h3|nookies)$/.test(module) && /^(?:setCookie|setSignedCookie|set)$/.test(name);
  if (carried && given[2] && !isEmpty(given[2]))
    return { name: given[1] ?? null, options: given[name === "setSignedCookie" ? 4 : 3] ?? null, unit: "seconds" };
  if (module === "cookie" && name === "serialize" && given[1] && !isEmpty(given[1]))
    return { name: given[0] ?? null, options: given[2] ?? null, unit: "seconds" };
  if (PAGES.test(module) && name === "setCookie" && given[1] && !isEmpty(given[1]))
    return { name: given[0] ?? null, options: given[2] ?? null, unit: "seconds", defaults: { httpOnly: "off" } };
  return null;
}

/** What is set to nothing is taken away. */
function isEmpty(node: TSESTree.Node): boolean {
  return (
    (node.type === "Literal" && (node.value === "" || node.value === null)) ||
    (node.type === "Identifier" && node.name === "undefined")
  );
}

/** A cookie in the text given to `document.cookie` or a header: `token=…; path=/`. */
export function cookieInText(node: TSESTree.Node, onPage: boolean): Written | null {
  const text = textOf(node);
  const name = /^\s*([\w.-]+)=/.exec(text)?.[1] ?? null;
  if (name === null || /max-age=(?:0|-\d+)(?:\s*;|\s*$)|\b1970\b/i.test(text)) return null;
  // A hole may bring any attribute.
  const complete =
    node.type === "Literal" ||
    (node.type === "TemplateLiteral" && /^\s*(?:;|$)/.test(node.quasis.at(-1)?.value.cooked ?? ""));
  const has = (attribute: RegExp) => (attribute.test(text) ? "on" : complete ? "unset" : "unknown");
  const age = /max-age=(\d+)/i.exec(text)?.[1];
  return {
    name,
    role: "any",
    secure: has(/;\s*secure\b/i),
    httpOnly: onPage ? "off" : has(/;\s*httponly\b/i),
    sameSite: has(/;\s*samesite=(?:lax|strict)/i),
    seconds: age === undefined ? null : Number(age),
  };
}

function textOf(node: TSESTree.Node): string {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : "";
  if (node.type === "TemplateLiteral") return node.quasis.map(({ value }) => value.cooked ?? "").join("\u0000");
  if (node.type === "BinaryExpression" && node.operator === "+") return textOf(node.left) + textOf(node.right);
  return "\u0000";
}
