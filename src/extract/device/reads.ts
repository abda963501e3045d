import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath } from "../estree/index.js";
import { isRequestName } from "./headers.js";

/** What of the browser tells of the person or the device, by the object it is read from. */
const BROWSER: Readonly<Record<string, RegExp>> = {
  navigator:
    /^(?:userAgent|userAgentData|language|languages|geolocation|platform|vendor|hardwareConcurrency|deviceMemory|plugins|mimeTypes|maxTouchPoints|oscpu|appVersion|connection|doNotTrack|webdriver|getBattery|mediaDevices)$/,
  document: /^referrer$/,
};
const SCREEN = /^(?:width|height|availWidth|availHeight|colorDepth|pixelDepth|orientation)$/;
/** Members of `location` that are the page seen: collected when sent along with the rest. */
const PAGE = /^(?:href|pathname|search|hostname)$/;

export interface DeviceRead {
  readonly name: string;
  readonly at: TSESTree.Range;
  /** The page alone says nothing of a device: it counts beside other reads. */
  readonly page?: boolean;
}

/** `navigator.userAgent`, `window.screen.width`, `document.referrer`, `req.ip`, `socket.remoteAddress`. */
export function memberRead(node: TSESTree.MemberExpression): DeviceRead | null {
  if (isWritten(node)) return null;
  const path = calleePath(node);
  const name = path?.at(-1);
  if (!path || !name || name === "()") return null;
  const { range: at } = node.property;
  const holder = path.slice(0, -1).findLast((segment) => segment !== "()") ?? "";
  const known = holder === "getNavigator" ? "navigator" : holder;
  if (Object.hasOwn(BROWSER, known) && BROWSER[known]!.test(name)) return { name, at };
  if (known === "screen" && SCREEN.test(name)) return { name: "screen", at: node.object.range };
  if (known === "location" && PAGE.test(name) && isPageLocation(path)) return { name, at, page: true };
  return networkRead(path, name, at);
}

/** The page's location, not a router's. */
function isPageLocation(path: readonly string[]): boolean {
  return path.length === 2 || /^(?:window|document|self|globalThis|top)$/.test(path.at(-3) ?? "");
}

function networkRead(path: readonly string[], name: string, at: TSESTree.Range): DeviceRead | null {
  const holder = path.slice(0, -1).findLast((segment) => segment !== "()") ?? "";
  switch (name) {
    case "remoteAddress":
    case "remoteFamily":
      return name === "remoteAddress" ? { name, at } : null;
    case "ip":
    case "ips":
    case "clientIp":
    case "realIp":
    case "ipAddress":
      // An event of the project's own may carry an address that was collected elsewhere.
      return isRequestName(holder) && holder !== "event" ? { name, at } : null;
    case "sourceIp":
      return /^(?:identity|http|requestContext)$/.test(holder) ? { name, at } : null;
    case "address":
      return holder === "handshake" ? { name, at } : null;
    case "clientAddress":
      return /^(?:Astro|context|ctx|event)$/.test(holder) ? { name, at } : null;
    default:
      // Vercel, Cloudflare and Netlify hand on where the visitor is.
      return /^(?:geo|cf)$/.test(holder) && path.length > 2 && GEO.test(name) ? { name, at } : null;
  }
}

export const GEO =
  /^(?:country|countryName|country_name|countryCode|country_code|region|regionCode|regionName|region_code|region_name|city|cityName|city_name|latitude|longitude|lat|lon|lng|ll|postalCode|postal_code|postal|zip|timezone|timeZone|time_zone|continent|subdivision|asOrganization|isp|metro|area)$/;

function isWritten(node: TSESTree.MemberExpression): boolean {
  const { parent } = node;
  return (
    (parent.type === "AssignmentExpression" && parent.left === node) ||
    (parent.type === "UnaryExpression" && (parent.operator === "delete" || parent.operator === "typeof"))
  );
}

/** `const { referrer } = document`, `({ headers, ip }) => …`, `const { navigator: { language }, screen: { width } } = window`. */
export function patternReads(pattern: TSESTree.ObjectPattern, source: TSESTree.Node | null): DeviceRead[] {
  const path = source ? calleePath(source) : null;
  const holder = path?.findLast((segment) => segment !== "()") ?? "";
  return readsOf(pattern, holder, looksLikeRequest(pattern), 0);
}

function readsOf(pattern: TSESTree.ObjectPattern, holder: string, request: boolean, depth: number): DeviceRead[] {
  return pattern.properties.flatMap((property): DeviceRead[] => {
    if (property.type !== "Property" || property.computed || property.key.type !== "Identifier") return [];
    const { name, range: at } = property.key;
    const value = property.value.type === "AssignmentPattern" ? property.value.left : property.value;
    if (value.type === "ObjectPattern" && depth < 3) {
      if (name === "screen") return [{ name, at }];
      return readsOf(value, name, looksLikeRequest(value), depth + 1);
    }
    if (Object.hasOwn(BROWSER, holder) && BROWSER[holder]!.test(name)) return [{ name, at }];
    if (holder === "location" && PAGE.test(name)) return [{ name, at, page: true }];
    if (holder === "screen" && SCREEN.test(name)) return [{ name: "screen", at }];
    if (/^(?:geo|cf)$/.test(holder) && GEO.test(name)) return [{ name, at }];
    if (name === "remoteAddress") return [{ name, at }];
    if (/^(?:ip|ips|clientIp)$/.test(name) && (request || isRequestName(holder))) return [{ name, at }];
    return [];
  });
}

/** A parameter taken apart is a request when it has the parts of one. */
function looksLikeRequest({ properties }: TSESTree.ObjectPattern): boolean {
  return properties.some(
    (property) =>
      property.type === "Property" &&
      property.key.type === "Identifier" &&
      /^(?:headers|cookies|body|query|params|connection|socket|method|originalUrl)$/.test(property.key.name),
  );
}
