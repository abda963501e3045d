import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { importOf, propertiesOf, stringValue, type Script } from "../estree/index.js";
import { keysOf, type Key } from "../keyed/keys.js";

interface SessionPackage {
  /** Option that names the cookie. */
  readonly option: string;
  /** Name it has when none is given, as the package's documentation says. */
  readonly name: string;
  /** Which argument holds the options. */
  readonly argument: number;
}

/** Middleware and functions that set a session cookie by themselves. */
const PACKAGES: Readonly<Record<string, SessionPackage>> = {
  "express-session": { option: "name", name: "connect.sid", argument: 0 },
  "cookie-session": { option: "name", name: "session", argument: 0 },
  "koa-session": { option: "key", name: "koa.sess", argument: 0 },
  "koa-generic-session": { option: "key", name: "koa.sid", argument: 0 },
  "@fastify/session": { option: "cookieName", name: "sessionId", argument: 1 },
  "@fastify/secure-session": { option: "cookieName", name: "session", argument: 1 },
  "iron-session": { option: "cookieName", name: "", argument: 2 },
};

/** Packages handed to `app.register(plugin, options)` rather than called. */
const REGISTERED = /^(?:register|use)$/;

/** The cookie a session middleware sets, or the one named by `cookie: { name: "sid" }` in any call's options. */
export function sessionCookieOf(node: TSESTree.CallExpression, script: Script): Key[] {
  const known = sessionPackage(node, script);
  if (!known) return node.arguments.flatMap((argument) => inOptions(argument, 0));
  const { option, name, argument } = known;
  const options = node.arguments[argument];
  const given = propertiesOf(options).members.find((member) => member.name === option);
  if (given) return /cookie/i.test(option) ? [] : keysOf(given.value, script);
  if (options && options.type !== "ObjectExpression") return [];
  return name ? [{ text: name, at: node.callee.range }] : [];
}

function sessionPackage(node: TSESTree.CallExpression, script: Script): SessionPackage | null {
  const [first] = node.arguments;
  const { callee } = node;
  const registers =
    callee.type === "MemberExpression" &&
    callee.property.type === "Identifier" &&
    REGISTERED.test(callee.property.name);
  const module = importOf(registers && first ? first : callee, script.imports)?.module ?? "";
  if (!Object.hasOwn(PACKAGES, module)) return null;
  const known = PACKAGES[module]!;
  return registers === (known.argument === 1) ? known : null;
}

/** `{ cookie: { name: "sid" } }`, `{ cookies: { sessionToken: { name: "sid" } } }`, `{ cookie: "lang" }`. */
function inOptions(node: TSESTree.Node, depth: number): Key[] {
  if (node.type !== "ObjectExpression" || depth > 3) return [];
  return propertiesOf(node).members.flatMap(({ name, value }) => {
    if (!/^(?:\w*C|c)ookies?$/.test(name)) return inOptions(value, depth + 1);
    if (value.type === "ObjectExpression") return namesWithin(value, 0);
    const text = stringValue(value);
    // A `cookie` header of a request reads "name=value"; words with spaces are a caption.
    return text !== null && name === "cookie" && /^[\w.:$@-]+$/.test(text)
      ? [{ text, at: [value.range[0] + 1, value.range[1] - 1] as const }]
      : [];
  });
}

function namesWithin(node: TSESTree.ObjectExpression, depth: number): Key[] {
  return propertiesOf(node).members.flatMap(({ name, value }): Key[] => {
    const text = stringValue(value);
    if (name === "name" && text !== null && /^[\w.:$@-]+$/.test(text))
      return [{ text, at: [value.range[0] + 1, value.range[1] - 1] }];
    return value.type === "ObjectExpression" && depth < 3 ? namesWithin(value, depth + 1) : [];
  });
}
