import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, definitionOf, knownText, propertiesOf, stringValue, type Script } from "../estree/index.js";

export interface Asked {
  readonly provider: string | null;
  readonly scopes: readonly string[];
  readonly at: TSESTree.Node;
}

/** Calls that ask a person's leave from another system: what is asked stands in their options. */
const ASKS =
  /^(?:authenticate|authorize|generateAuthUrl|getAuthUrl|getAuthorizationUrl|authorizeURL|createAuthorizationURL|signInWithOAuth|linkIdentity|loginWithPopup|loginWithRedirect|login|initTokenClient|initCodeClient|useGoogleLogin|\w*(?:Strategy|Provider|OAuth2?Client))$/;
const PROVIDERS =
  /google|github|gitlab|facebook|microsoft|azure|apple|twitter|linkedin|slack|discord|spotify|yandex|vkontakte|\bvk\b|mailru|odnoklassniki|okta|auth0|dropbox|notion|atlassian|zoom|twitch|strava|fitbit/i;
/** Options that only such requests have. */
const BESIDE =
  /^(?:client_?id|redirect_?uri|redirect_?url|callback_?url|response_?type|access_type|authorization_?(?:url|endpoint)|authorization)$/i;

/** Scopes in the options of a call. */
export function scopesAsked(node: TSESTree.CallExpression | TSESTree.NewExpression, script: Script): Asked | null {
  const path = calleePath(node.callee);
  const method = path?.at(-1) ?? "";
  const [first] = node.arguments;
  if (method === "addScope" && first && path!.some((part) => /provider/i.test(part)))
    return asked(null, [stringValue(first) ?? ""], first);
  if (!path || !ASKS.test(method)) return null;
  for (const argument of node.arguments) {
    const found = scopeMember(argument, 0);
    if (!found) continue;
    const scopes = textsOf(found.value, script, 0);
    const named = [...path, stringValue(first) ?? ""].join(" ");
    const provider = providerIn(named) ?? providerIn(script.imports.get(path[0]!)?.module ?? "");
    const sure =
      provider !== null ||
      found.beside ||
      /^(?:generateAuthUrl|signInWithOAuth|initTokenClient|initCodeClient|useGoogleLogin|createAuthorizationURL)$/.test(
        method,
      );
    return sure && scopes ? asked(provider, scopes, found.value) : null;
  }
  return null;
}

/** `https://…/authorize?client_id=…&scope=email%20friends`, and objects that become such an address. */
export function scopesInAddress(node: TSESTree.ObjectExpression, script: Script): Asked | null {
  const { members } = propertiesOf(node);
  const names = members.map(({ name }) => name);
  if (
    !names.some((name) => /^client_?id$/i.test(name)) ||
    !names.some((name) => /^(?:redirect_?ur[il]|callback_?url|response_type)$/i.test(name))
  )
    return null;
  if (names.includes("grant_type") || isInsideCall(node)) return null;
  const scope = members.find(({ name }) => /^scopes?$/i.test(name));
  const scopes = scope && textsOf(scope.value, script, 0);
  return scope && scopes ? asked(null, scopes, scope.value) : null;
}

/** Those that a call which asks takes are told with the call. */
function isInsideCall(node: TSESTree.Node): boolean {
  for (let at = node.parent, depth = 0; at && depth < 6; at = at.parent, depth++) {
    if (at.type === "CallExpression" || at.type === "NewExpression")
      return ASKS.test(calleePath(at.callee)?.at(-1) ?? "");
  }
  return false;
}

function asked(provider: string | null, texts: readonly string[], at: TSESTree.Node): Asked | null {
  const scopes = [
    ...new Set(texts.flatMap((text) => text.split(/[\s,+]+|%20/)).filter((scope) => /^[\w:./-]+$/.test(scope))),
  ];
  return scopes.length > 0 ? { provider, scopes, at } : null;
}

const DEEPEST = 3;

function scopeMember(
  node: TSESTree.Node,
  depth: number,
): { readonly value: TSESTree.Node; readonly beside: boolean } | null {
  const { members } = propertiesOf(node);
  const own = members.find(({ name }) => /^scopes?$/i.test(name));
  if (own) return { value: own.value, beside: members.some(({ name }) => BESIDE.test(name)) };
  for (const { name, value } of members) {
    const inner =
      depth < DEEPEST && /^(?:options|authorization|params|authorizationParams|queryParams)$/.test(name)
        ? scopeMember(value, depth + 1)
        : null;
    if (inner) return { ...inner, beside: true };
  }
  return null;
}

/** The texts an expression lists; null where part of it comes from elsewhere. */
function textsOf(node: TSESTree.Node, script: Script, depth: number): string[] | null {
  const text = knownText(node, script);
  if (text !== null) return [text];
  if (depth > DEEPEST) return null;
  switch (node.type) {
    case "ArrayExpression": {
      const texts = node.elements.map((element) => element && textsOf(element, script, depth + 1));
      return texts.some((one) => one === null) ? null : texts.flatMap((one) => one ?? []);
    }
    case "TSAsExpression":
      return textsOf(node.expression, script, depth + 1);
    case "Identifier": {
      const definition = definitionOf(node, script);
      return definition?.init && !definition.destructured ? textsOf(definition.init, script, depth + 1) : null;
    }
    case "CallExpression":
      return node.callee.type === "MemberExpression" && calleePath(node.callee)?.at(-1) === "join"
        ? textsOf(node.callee.object, script, depth + 1)
        : null;
    default:
      return null;
  }
}

function providerIn(text: string): string | null {
  return PROVIDERS.exec(text)?.[0].toLowerCase() ?? null;
}
