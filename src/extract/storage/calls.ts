import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, definitionOf, importOf, propertiesOf, stringValue, type Script } from "../estree/index.js";
import type { Access } from "../keyed/gather.js";

/** An entry of a store on the visitor's device: the expression of its key, and what is written when the call says so. */
export interface StorageCall {
  readonly key: TSESTree.Node;
  /** Set where the key is a property's name rather than an expression. */
  readonly name?: string;
  readonly access: Access;
  readonly value?: TSESTree.Node;
}

const METHODS: ReadonlyMap<string, Access> = new Map([
  ["setItem", "write"],
  ["setItemAsync", "write"],
  ["mergeItem", "write"],
  ["getItem", "read"],
  ["getItemAsync", "read"],
]);

/** Methods too common to count unless the receiver is surely such a store. */
const SHORT_METHODS: ReadonlyMap<string, Access> = new Map([
  ["set", "write"],
  ["store", "write"],
  ["save", "write"],
  ["put", "write"],
  ["setObject", "write"],
  ["setString", "write"],
  ["setBoolean", "write"],
  ["setMap", "write"],
  ["get", "read"],
  ["retrieve", "read"],
  ["load", "read"],
  ["getString", "read"],
  ["getNumber", "read"],
  ["getBoolean", "read"],
  ["getObject", "read"],
  ["getMap", "read"],
]);

/** The page's own stores, under whatever they hang. */
const WEB_STORAGE = /^(?:\$?(?:local|session)Storage)$/;
/** Services and instances that stand for one: `this.localStorageService`, `secureStorage`. */
const STORAGE_NAME =
  /(?:(?:local|session|web|browser|secure|encrypted|persistent|device|client|offline)_?(?:storage|store|cache)|^async_?storage|^secure_?store|localforage|mmkv)(?:service|helper|manager|util)?s?$/i;
/** Anything called a storage has the page's own methods. */
const ANY_STORAGE = /stor(?:age|e)|cache|persist/i;

/** Packages whose export stores things on the device. */
const STORE_MODULES =
  /^(?:localforage|idb-keyval|lscache|store2?|store\/.*|basil\.js|locallyjs|secure-ls|local-storage|lockr|simplestorage\.js|expo-secure-store|react-native-mmkv(?:-storage)?|react-native-encrypted-storage|react-native-keychain|react-native-sensitive-info|react-native-default-preference|@react-native-async-storage\/async-storage|@react-native-community\/async-storage|@capacitor\/preferences|@capacitor\/storage|@ionic\/storage(?:-angular)?|ngx-webstorage(?:-service)?|angular-2-local-storage|@nativescript\/core\/application-settings|electron-store|webext-storage|@plasmohq\/storage(?:\/hook)?|wxt\/storage|unstorage)$/;

/** Hooks and functions that keep a value under a key: `useLocalStorage("k")`, `atomWithStorage("k", …)`. */
const HOOK =
  /^(?:use(?:\w*(?:Local|Session|Async|Secure|Persist|Persistent|Persisted|Browser)\w*(?:Storage|State|Store|Value|Ref|Item)?|StorageState|Storage|StickyState|MMKV\w*)|atomWith(?:\w*Storage|Persistence)|persistent(?:Atom|Map|Signal)|persisted|persistentWritable|createLocalStorageStateHook|(?:get|set|read|write|save|load|store|put)\w*(?:To|From|In|Into|On)?(?:Local|Session|Async|Secure|Browser)Storage(?:Item|Value|Key|State|Data|JSON)?)$/;
/** Functions that keep what cannot be sent yet, under the kind of thing it is: `queueSyncItem("orders", order)`, `addToOutbox("visit", form)`. */
const QUEUE =
  /^(?:add|append|enqueue|keep|persist|push|put|queue|save|store)(?:[A-Z]\w*)?(?:Synchroni[sz]ation|Sync|Offline|Outbox)(?:Items?|Queue|Entry|Data|Action|Mutation|Operation|Job|Record|Request|Store)?$/;
const HOOK_WRITES = /^(?:set|write|save|store|put)/;
const NOT_A_KEY_HOOK =
  /^use(?:SessionState|BrowserState|LocalState|AsyncState|LocalStore|LocalValue|PersistFn|BrowserValue|AsyncValue)$|Context$|Query$|Effect$/;

export function storageCalls(node: TSESTree.CallExpression, script: Script): StorageCall[] {
  const { callee } = node;
  if (callee.type === "MemberExpression") return methodCall(node, callee, script);
  if (callee.type !== "Identifier") return [];
  const imported = importOf(callee, script.imports);
  const name = imported?.imported ?? callee.name;
  if (imported && STORE_MODULES.test(imported.module)) {
    const access = METHODS.get(name) ?? SHORT_METHODS.get(name);
    return access ? keyed(node, access) : [];
  }
  if (QUEUE.test(name)) return node.arguments.length > 1 ? keyed(node, "write") : [];
  if (!HOOK.test(name) || NOT_A_KEY_HOOK.test(name)) return [];
  return keyed(
    node,
    name.startsWith("use") || HOOK_WRITES.test(name) || /^(?:atom|persist)/.test(name) ? "write" : "read",
  );
}

function methodCall(node: TSESTree.CallExpression, callee: TSESTree.MemberExpression, script: Script): StorageCall[] {
  const method = callee.property.type === "Identifier" ? callee.property.name : "";
  const receiver = receiverOf(callee.object, script);
  if (receiver === null) return [];
  if (method === "open" && /^caches$/.test(receiver.name)) return keyed(node, "write");
  const long = METHODS.get(method);
  if (long) return receiver.sure || ANY_STORAGE.test(receiver.name) ? keyed(node, long) : [];
  const short = SHORT_METHODS.get(method);
  if (!short || !receiver.sure) return [];
  if (receiver.extension) return extensionKeys(node, short);
  return keyed(node, short);
}

interface Receiver {
  readonly name: string;
  /** Surely a store on the device. */
  readonly sure: boolean;
  /** `chrome.storage.local`: keys are those of an object. */
  readonly extension: boolean;
}

function receiverOf(node: TSESTree.Node, script: Script): Receiver | null {
  const path = calleePath(node);
  if (!path) return null;
  const name = path.findLast((segment) => segment !== "()") ?? "";
  if (/^(?:chrome|browser)$/.test(path[0]!) && path[1] === "storage") return { name, sure: true, extension: true };
  const imported = importOf(node, script.imports);
  const sure =
    WEB_STORAGE.test(name) ||
    STORAGE_NAME.test(name) ||
    (imported !== null && STORE_MODULES.test(imported.module)) ||
    isMadeOfStore(node, script);
  return { name, sure, extension: false };
}

/** `const storage = new MMKV()`, `const store = localforage.createInstance({})`, `const ls = window.localStorage`. */
function isMadeOfStore(node: TSESTree.Node, script: Script): boolean {
  if (node.type !== "Identifier") return false;
  const definition = definitionOf(node, script);
  if (!definition?.init || definition.destructured) return false;
  const { init } = definition;
  const made = init.type === "NewExpression" ? init.callee : init.type === "CallExpression" ? init.callee : init;
  const imported = importOf(made, script.imports);
  if (imported) return STORE_MODULES.test(imported.module);
  const path = calleePath(made);
  return path !== null && WEB_STORAGE.test(path.at(-1)!) && init.type !== "CallExpression";
}

/** The key is the first argument that may be one; Capacitor takes `{ key, value }`, sticky state its default first. */
function keyed(node: TSESTree.CallExpression, access: Access): StorageCall[] {
  const [first, second, third] = node.arguments;
  if (!first) return [];
  if (first.type === "ObjectExpression") {
    const members = new Map(propertiesOf(first).members.map(({ name, value }) => [name, value]));
    const key = members.get("key") ?? members.get("name");
    const value = members.get("value");
    return key ? [{ key, access, ...(value && { value }) }] : [];
  }
  const sticky = stringValue(second) !== null && stringValue(first) === null;
  const [key, value] =
    sticky && second && access === "write" && !isText(first) ? [second, third ?? first] : [first, second];
  return [{ key, access, ...(value && access === "write" && { value }) }];
}

function isText(node: TSESTree.Node): boolean {
  return node.type === "TemplateLiteral" || node.type === "MemberExpression" || node.type === "Identifier";
}

function extensionKeys(node: TSESTree.CallExpression, access: Access): StorageCall[] {
  const [first] = node.arguments;
  if (first?.type === "ArrayExpression")
    return first.elements.flatMap((element) => (element ? [{ key: element, access }] : []));
  if (first?.type !== "ObjectExpression") return first ? [{ key: first, access }] : [];
  return propertiesOf(first).members.map(({ name, key, value }) => ({ key, name, access, value }));
}

/** `localStorage.token`, `window.sessionStorage["token"]`; null for a method. */
export function storageProperty(node: TSESTree.MemberExpression): TSESTree.Node | null {
  const path = calleePath(node.object);
  const name = path?.at(-1);
  if (!name || !WEB_STORAGE.test(name)) return null;
  if (node.computed) return node.property;
  const property = node.property.type === "Identifier" ? node.property.name : "";
  return /^(?:getItem|setItem|removeItem|clear|key|length|get|set|remove|has|keys|valueOf|toString|hasOwnProperty|constructor|prototype)$/.test(
    property,
  )
    ? null
    : node.property;
}
