import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, knownText, propertiesOf, stringValue, variableOf } from "../estree/index.js";
import { callRoot, type CallRoot } from "../flows/roots.js";
import type { SinkContext } from "../flows/sinks.js";
import { wordsOf } from "../flows/words.js";
import { namesIn } from "../moments/index.js";
import { traceIndex } from "../recipients/trace-index.js";
import type { Range } from "../source-text.js";

/** A call, element or address that sets a tracker going. */
export interface Start {
  readonly recipient: string;
  readonly callee: string;
  readonly at: Range;
  /** Names of the settings it is given, which may make it wait. */
  readonly settings: readonly string[];
}

export function startsAt(node: TSESTree.Node, context: SinkContext): Start | null {
  switch (node.type) {
    case "CallExpression":
      return ofCall(node, context) ?? ofPlugin(node, context);
    case "NewExpression":
      return ofCall(node, context);
    case "AssignmentExpression":
      return ofAddress(node, context);
    case "JSXOpeningElement":
      return ofElement(node, context);
    default:
      return null;
  }
}

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** `posthog.init(key)`, `ym(1, "init", {})`, `new Tracker()` of a package made for pages. */
function ofCall(node: Call, { script, catalog, words }: SinkContext): Start | null {
  const root = callRoot(node.callee, script) ?? declaredGlobal(node.callee, script);
  const recipient = root && trackerOf(root, node, catalog);
  if (!root || !recipient) return null;
  const method = root.members.at(-1) ?? (root.module === null ? "" : root.root);
  const commands = node.arguments.slice(0, 2).map((argument) => stringValue(argument) ?? "");
  const isStart =
    words.has("trackerStarts", method) ||
    (root.members.length === 0 &&
      root.module === null &&
      commands.some((command) => words.has("trackerCommands", command)));
  if (!isStart) return null;
  const callee =
    calleePath(node.callee)
      ?.filter((part) => part !== "()")
      .join(".") ?? method;
  return { recipient, callee, at: node.callee.range, settings: node.arguments.flatMap(settingsOf) };
}

/** `declare function ym(…)`, and the queue that a snippet declares for itself: `function gtag() { dataLayer.push(arguments); }`. */
function declaredGlobal(callee: TSESTree.Node, script: SinkContext["script"]): CallRoot | null {
  const definition = callee.type === "Identifier" ? variableOf(callee, script)?.defs[0]?.node : undefined;
  const declares = definition?.type === "TSDeclareFunction" || definition?.type === "FunctionDeclaration";
  return callee.type === "Identifier" && declares ? { module: null, root: callee.name, members: [] } : null;
}

function trackerOf({ module, root, members }: CallRoot, node: Call, catalog: SinkContext["catalog"]): string | null {
  const index = traceIndex(catalog);
  if (module !== null) return onServer(module) ? null : index.packageOf(module);
  for (const name of [root, `${root}.${members[0] ?? ""}`])
    for (const { recipient } of index.globalOf(name))
      if (node.type === "CallExpression" || members.length > 0) return recipient;
  return null;
}

/** Packages made for servers set nothing on a visitor's device. */
function onServer(module: string): boolean {
  return wordsOf(module).some(
    (word) => word === "node" || word === "server" || word === "nestjs" || word === "serverless",
  );
}

/** Settings that are given and not turned off. */
function settingsOf(argument: TSESTree.Node): string[] {
  return propertiesOf(argument).members.flatMap(({ name, value }) =>
    value.type === "Literal" && value.value === false ? [] : [name, stringValue(value) ?? ""],
  );
}

/** `app.use(VueGtag, { … })`, `Vue.use(createGtag({ … }))`. */
function ofPlugin(node: TSESTree.CallExpression, { script, catalog }: SinkContext): Start | null {
  const [plugin] = node.arguments;
  if (calleePath(node.callee)?.at(-1) !== "use" || plugin?.type !== "Identifier") return null;
  const imported = script.imports.get(plugin.name);
  const recipient = imported && !onServer(imported.module) && traceIndex(catalog).packageOf(imported.module);
  return recipient
    ? { recipient, callee: plugin.name, at: plugin.range, settings: node.arguments.flatMap(settingsOf) }
    : null;
}

/** `script.src = "https://…/tag.js"`. */
function ofAddress({ left, right }: TSESTree.AssignmentExpression, { script, catalog }: SinkContext): Start | null {
  if (left.type !== "MemberExpression" || left.property.type !== "Identifier" || left.property.name !== "src")
    return null;
  const recipient = scriptOf(addressOf(right, script), catalog);
  return recipient ? { recipient, callee: `${recipient} script`, at: right.range, settings: [] } : null;
}

function addressOf(node: TSESTree.Node, script: SinkContext["script"]): string {
  const known = knownText(node, script);
  if (known !== null) return known;
  if (node.type === "TemplateLiteral") return node.quasis[0]?.value.cooked ?? "";
  return node.type === "BinaryExpression" ? addressOf(node.left, script) : "";
}

/** The recipient whose script an address loads. */
export function scriptOf(address: string, catalog: SinkContext["catalog"]): string | null {
  const match = /^(?:https?:)?\/\/([\w.-]+)(\/[^?#]*)?/i.exec(address.trim());
  return match ? traceIndex(catalog).hostOf(match[1]!.toLowerCase(), match[2] ?? "") : null;
}

/** `<GoogleAnalytics gaId="…"/>` of a tracker's package, `<Script src="https://…"/>`. */
function ofElement(node: TSESTree.JSXOpeningElement, { script, catalog, words }: SinkContext): Start | null {
  if (node.name.type !== "JSXIdentifier") return null;
  const { name } = node.name;
  const attributes = node.attributes.flatMap((attribute) =>
    attribute.type === "JSXAttribute" && attribute.name.type === "JSXIdentifier"
      ? [{ name: attribute.name.name, value: attribute.value }]
      : [],
  );
  const found = (recipient: string | null): Start | null =>
    recipient ? { recipient, callee: `<${name}>`, at: node.name.range, settings: namesIn(node, script) } : null;
  if (/^script$/i.test(name)) {
    const source = attributes.find((attribute) => attribute.name === "src")?.value;
    const expression = source?.type === "JSXExpressionContainer" ? source.expression : source;
    return expression ? found(scriptOf(addressOf(expression, script), catalog)) : null;
  }
  const imported = script.imports.get(name);
  if (!imported || onServer(imported.module)) return null;
  const starts =
    wordsOf(name).some((word) => words.has("trackerElements", word)) || attributes.some((one) => one.name === "apiKey");
  return starts ? found(traceIndex(catalog).packageOf(imported.module)) : null;
}
