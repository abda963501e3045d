import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { headerProperty, headerReadBy } from "../device/headers.js";
import { agentPartOf, looksUpPlaces, parsesAgents, placeInRecord, placeOf } from "../device/lookups.js";
import { deviceCall, deviceConstant } from "../device/packages.js";
import { memberRead, patternReads, type DeviceRead } from "../device/reads.js";
import { calleePath, decoratorsOf, defineEstreeCollector, keyName, unitOf } from "../estree/index.js";
import { KeyedFacts } from "../keyed/gather.js";
import type { Range } from "../source-text.js";

const SOURCE = "device";

export default defineEstreeCollector({
  id: SOURCE,
  recognises:
    "addresses, user agents, places, languages, referrers, screens and identifiers read from requests, browsers and phones",
  trigger:
    /\bips?\b|remoteAddr|clientI[pP]|sourceIp|headers?\b|forwarded|-ip\b|user-?agent|referr?er|navigator|geo|\bscreen\b|timeZone|location|fingerprint|device|machine-?id|PushToken|Ip\(|handshake|language/i,
  visit(script, emit) {
    const facts = new KeyedFacts(script, emit, SOURCE, "device");
    const pages: { read: DeviceRead; node: TSESTree.Node }[] = [];
    const units = new Set<TSESTree.Node | null>();
    const places = looksUpPlaces(script);
    const agents = parsesAgents(script);
    const add = (name: string, at: Range, node: TSESTree.Node): void => facts.key({ text: name, at }, "read", node);
    const take = (read: DeviceRead, node: TSESTree.Node): void => {
      if (read.page) pages.push({ read, node });
      else {
        add(read.name, read.at, node);
        if (!/^(?:ips?|remoteAddress)$/.test(read.name)) units.add(unitOf(node));
      }
    };
    const literal = (node: TSESTree.Node): void => {
      const header = headerReadBy(node);
      if (header !== null) add(header, [node.range[0] + 1, node.range[1] - 1], node.parent ?? node);
    };
    return {
      Literal: literal,
      TemplateLiteral: literal,
      MemberExpression(node) {
        const header = headerProperty(node);
        if (header !== null) add(header, node.property.range, node);
        const read = memberRead(node) ?? deviceConstant(node, script);
        if (read) take(read, node);
        else if (isTimeZone(node)) add("timeZone", node.property.range, node);
      },
      CallExpression(node) {
        const call = deviceCall(node, script);
        if (call) add(call.name, call.at, node);
      },
      VariableDeclarator(node) {
        if (node.id.type === "ObjectPattern" && node.init)
          for (const read of patternReads(node.id, node.init)) take(read, node.id);
        if (places) for (const { name, at } of placeOf(node, script)) add(name, at, node);
        if (agents) for (const { name, at } of agentPartOf(node, script)) add(name, at, node);
      },
      Property(node) {
        if (places) for (const { name, at } of placeInRecord(node, script)) add(name, at, node);
      },
      ObjectPattern(node) {
        if (isParameter(node)) for (const read of patternReads(node, null)) take(read, node);
      },
      Decorator(node) {
        const [call] = decoratorsOf({ decorators: [node] }, script);
        if (call && /^(?:Ip|RealIP|ClientIp|IpAddress|RealIp)$/.test(call.name)) add("ip", node.expression.range, node);
        if (call && /^(?:UserAgent)$/.test(call.name)) add("user-agent", node.expression.range, node);
      },
      "Program:exit"() {
        // Every page reads its own address; it is collected where it goes out together with what tells of the visitor.
        for (const { read, node } of pages) {
          const sent = units.has(unitOf(node)) ? sentAs(node, read) : null;
          if (sent) add(sent.name, sent.at, node);
        }
      },
    };
  },
});

function isParameter({ parent }: TSESTree.ObjectPattern): boolean {
  return (
    parent.type === "ArrowFunctionExpression" ||
    parent.type === "FunctionExpression" ||
    parent.type === "FunctionDeclaration" ||
    (parent.type === "AssignmentPattern" && parent.parent.type !== "VariableDeclarator" && "params" in parent.parent)
  );
}

/** `Intl.DateTimeFormat().resolvedOptions().timeZone` */
function isTimeZone(node: TSESTree.MemberExpression): boolean {
  const path = calleePath(node);
  return path?.at(-1) === "timeZone" && path.includes("resolvedOptions");
}

/** How the page goes out: by its own name, taken out to be used later, or as what a function makes of it (`source: parse(location.href)`). */
function sentAs(node: TSESTree.Node, { name, at }: DeviceRead): { name: string; at: Range } | null {
  if (node.type === "ObjectPattern") return { name, at };
  let value = node;
  let made = false;
  for (;;) {
    const { parent } = value;
    if (!parent) return null;
    if (parent.type === "CallExpression" && parent.callee !== value) made = true;
    else if (parent.type !== "ChainExpression" && parent.type !== "LogicalExpression") break;
    value = parent;
  }
  const { parent } = value;
  if (parent?.type !== "Property" || parent.value !== value || parent.parent.type !== "ObjectExpression") return null;
  if (!made) return { name, at };
  const key = keyName(parent);
  return key === null ? null : { name: key, at: parent.key.range };
}
