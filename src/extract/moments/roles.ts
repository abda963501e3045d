import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, decoratorsOf, keyName, stringValue, type Script } from "../estree/index.js";
import { isFunction, type FunctionNode } from "../flows/functions.js";

/**
 * What runs a function: `at-once`, with the code around `through`; `on-load`, the page or component by itself; `by-name`, whoever calls it under
 * the name that `binding` declares or as a member of its class; `later`, something else.
 */
export type Role =
  | { readonly runs: "at-once"; readonly through: TSESTree.Node }
  | { readonly runs: "on-load" }
  | { readonly runs: "by-name"; readonly binding: TSESTree.Identifier }
  | { readonly runs: "by-member"; readonly member: string; readonly body: TSESTree.ClassBody }
  | { readonly runs: "later" };

/** Hooks and timers that run what they are given when the component or page is there. */
const HOOKS =
  /^(?:use(?:Isomorphic)?(?:Layout|Insertion)?Effect|useEffectOnce|useMount|useOnMount|useDidMount|useAsyncEffect|onMounted|onBeforeMount|onMount|onNuxtReady|onServerPrefetch|createEffect|afterNextRender|afterRender|tryOnMounted|tryOnBeforeMount|watchEffect|requestIdleCallback|requestAnimationFrame|setTimeout|queueMicrotask|nextTick|startTransition|untrack|ready|load|useState|useMemo|defineNuxtPlugin|defineNuxtRouteMiddleware|defineClientPlugin|memo|forwardRef|observer)$/;

/** Methods that run what they are given before they return, or once what they are called on is there. */
const AT_ONCE = /^(?:forEach|map|filter|some|every|find|flatMap|reduce|then|finally|call|apply|tap)$/;

const LIFECYCLE =
  /^(?:componentDidMount|componentWillMount|UNSAFE_componentWillMount|ngOnInit|ngAfterViewInit|ngAfterContentInit|ngDoBootstrap|connectedCallback|firstUpdated|mounted|created|beforeMount|beforeCreate|setup|ionViewDidEnter|ionViewWillEnter|ionViewDidLoad|onClientEntry|onInitialClientRender)$/;

/** Wrappers that give their function back under a name. */
const WRAPPERS =
  /^(?:useCallback|useEvent|useEffectEvent|useMemoizedFn|useEventCallback|debounce|throttle|once|memoize)$/;

export function roleOf(node: FunctionNode, script: Script): Role {
  const { parent } = node;
  if (parent.type === "CallExpression")
    return parent.callee === node ? { runs: "at-once", through: parent } : argument(parent, script);
  if (parent.type === "MemberExpression" && parent.parent.type === "CallExpression" && parent.parent.callee === parent)
    return { runs: "at-once", through: parent.parent };
  if (parent.type === "MethodDefinition" || parent.type === "PropertyDefinition") return ofMember(node, parent, script);
  if (parent.type === "Property") {
    const name = keyName(parent);
    return name !== null && LIFECYCLE.test(name) ? { runs: "on-load" } : { runs: "later" };
  }
  if (parent.type === "AssignmentExpression" && parent.right === node) {
    if (isLoadHandler(parent.left)) return { runs: "on-load" };
    // What waits for a script or an image runs with the code that asked for it.
    return isOnload(parent.left) ? { runs: "at-once", through: parent } : { runs: "later" };
  }
  const binding = bindingOf(node);
  if (binding && isComponent(binding.name, script)) return { runs: "on-load" };
  if (binding) return { runs: "by-name", binding };
  return parent.type === "ExportDefaultDeclaration" && isPage(script) ? { runs: "on-load" } : { runs: "later" };
}

/** Whether a function handed over by its name runs with the page: `onMounted(init)`, `window.onload = init`. */
export function runsArgument(node: TSESTree.Node): TSESTree.Node | null {
  const { parent } = node;
  if (parent?.type === "CallExpression" && parent.callee !== node) return isLoadCall(parent) ? parent : null;
  if (parent?.type === "AssignmentExpression" && parent.right === node)
    return isLoadHandler(parent.left) ? parent : null;
  return null;
}

function argument(call: TSESTree.CallExpression, script: Script): Role {
  const name = calledName(call);
  if (WRAPPERS.test(name)) {
    const binding = call.parent.type === "VariableDeclarator" ? call.parent.id : null;
    return binding?.type === "Identifier" ? { runs: "by-name", binding } : { runs: "later" };
  }
  if (/^(?:memo|forwardRef|observer)$/.test(name) && isPage(script)) return { runs: "on-load" };
  const jquery = call.callee.type === "Identifier" && /^(?:\$|jQuery)$/.test(call.callee.name);
  return jquery || AT_ONCE.test(name) || isLoadCall(call) ? { runs: "at-once", through: call } : { runs: "later" };
}

function isLoadCall(call: TSESTree.CallExpression): boolean {
  const name = calledName(call);
  if (HOOKS.test(name)) return true;
  return (
    /^(?:addEventListener|on|one|once)$/.test(name) &&
    /^(?:DOMContentLoaded|load|ready|pageshow)$/.test(stringValue(call.arguments[0]) ?? "")
  );
}

function calledName(call: TSESTree.CallExpression): string {
  return (
    calleePath(call.callee)?.findLast((part) => part !== "()") ??
    (call.callee.type === "MemberExpression" && call.callee.property.type === "Identifier"
      ? call.callee.property.name
      : "")
  );
}

/** `window.onload`, `document.body.onload`. */
function isLoadHandler(node: TSESTree.Node): boolean {
  return isOnload(node) && /^(?:window|document|globalThis|self|body)$/.test(calleePath(node)?.at(-2) ?? "");
}

function isOnload(node: TSESTree.Node): boolean {
  return node.type === "MemberExpression" && node.property.type === "Identifier" && node.property.name === "onload";
}

function ofMember(
  node: FunctionNode,
  member: TSESTree.MethodDefinition | TSESTree.PropertyDefinition,
  script: Script,
): Role {
  const name = keyName(member);
  const body = member.parent;
  if (name === null || member.value !== node) return { runs: "later" };
  if (LIFECYCLE.test(name)) return { runs: "on-load" };
  if (name === "constructor") {
    const decorators = decoratorsOf(body.parent, script).map((one) => one.name);
    return decorators.some((one) => /^(?:Component|Directive)$/.test(one)) ? { runs: "on-load" } : { runs: "later" };
  }
  return { runs: "by-member", member: name, body };
}

function bindingOf(node: FunctionNode): TSESTree.Identifier | null {
  if (node.type === "FunctionDeclaration") return node.id;
  const { parent } = node;
  return parent.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id : null;
}

/** Components and hooks run with what they are part of. */
function isComponent(name: string, script: Script): boolean {
  return isPage(script) && (/^[A-Z][^_]*[a-z]/.test(name) || /^use[A-Z]/.test(name));
}

function isPage({ source }: Script): boolean {
  return (
    /\.(?:[jt]sx|vue|svelte|astro)$/i.test(source.file) ||
    (/<[A-Za-z>]/.test(source.text) && /\.js$/i.test(source.file) && /\breact\b/i.test(source.text))
  );
}

export { isFunction };
