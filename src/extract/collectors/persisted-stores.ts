import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { FieldDraft } from "../collector.js";
import {
  calleePath,
  defineEstreeCollector,
  definitionOf,
  propertiesOf,
  stringValue,
  type Script,
} from "../estree/index.js";
import { typeOfInitial } from "../forms/initial.js";
import { KeyedFacts } from "../keyed/gather.js";
import { keysOf, type Key } from "../keyed/keys.js";

const SOURCE = "web-storage";

/** A store of state that a library writes to the device. */
interface Persisted {
  readonly keys: readonly Key[];
  /** Parts of the state that are kept; all, when the code names none. */
  readonly fields: readonly FieldDraft[];
}

export default defineEstreeCollector({
  id: "persisted-stores",
  recognises: "state kept in the browser by Zustand, Redux Persist, Pinia, Vuex, MobX, Recoil, NgRx and TanStack Query",
  trigger: /persist|localStorageSync/i,
  visit(script, emit) {
    const facts = new KeyedFacts(script, emit, SOURCE, "web-storage");
    return {
      CallExpression(node) {
        const persisted = persistedBy(node, script);
        if (!persisted) return;
        const { keys, fields } = persisted;
        for (const key of keys) facts.key(key, "write", node);
        const [key] = keys;
        const at = key?.at ?? node.callee.range;
        if (fields.length > 0)
          emit.owner({ source: SOURCE, name: key?.text ?? "state", kind: "web-storage", at, fields });
      },
    };
  },
});

function persistedBy(node: TSESTree.CallExpression, script: Script): Persisted | null {
  const [first, second, third] = node.arguments;
  switch (calleePath(node.callee)?.at(-1)) {
    case "persist":
      // Zustand: persist(creator, { name, partialize }). An ORM's persist(entity) has no such options.
      return node.callee.type === "Identifier" && first && second
        ? zustand(first, options(second, script), script)
        : null;
    case "persistReducer":
    case "persistCombineReducers":
      return first ? named(options(first, script), "key", ["whitelist"], script) : null;
    case "createPersistedState":
    case "createPersist":
    case "persistedState":
      return vuex(first && options(first, script), script);
    case "recoilPersist":
      return first ? named(options(first, script), "key", [], script) : null;
    case "makePersistable":
      return second ? named(options(second, script), "name", ["properties"], script) : null;
    case "persistState":
      return second ? named(options(second, script), "key", [], script) : null;
    case "localStorageSync":
      return { keys: listed(options(first, script).get("keys"), script), fields: [] };
    case "createSyncStoragePersister":
    case "createAsyncStoragePersister":
      return named(options(first, script), "key", [], script);
    case "defineStore":
      return pinia([first, second, third], script);
    default:
      return null;
  }
}

type Options = ReadonlyMap<string, TSESTree.Node>;

function options(node: TSESTree.Node | undefined, script: Script): Options {
  const init = node?.type === "Identifier" ? definitionOf(node, script)?.init : node;
  return new Map(propertiesOf(init).members.map(({ name, value }) => [name, value]));
}

function named(given: Options, key: string, lists: readonly string[], script: Script): Persisted | null {
  const keys = keysOf(given.get(key), script);
  if (keys.length === 0) return null;
  return {
    keys,
    fields: lists.flatMap((list) => listed(given.get(list), script).map(({ text, at }) => ({ name: text, at }))),
  };
}

function listed(node: TSESTree.Node | undefined, script: Script): Key[] {
  return node?.type === "ArrayExpression" ? node.elements.flatMap((element) => keysOf(element, script)) : [];
}

function zustand(creator: TSESTree.Node, given: Options, script: Script): Persisted | null {
  const keys = keysOf(given.get("name"), script);
  if (keys.length === 0) return null;
  const kept = returned(given.get("partialize"));
  return { keys, fields: stateOf(kept ?? returned(creator)) };
}

function vuex(given: Options | undefined, script: Script): Persisted | null {
  if (!given || given.size === 0) return null;
  const fields = listed(given.get("paths"), script).map(({ text, at }) => ({ name: text, at }));
  return { keys: keysOf(given.get("key"), script), fields };
}

/** `defineStore("user", { state: () => ({ … }), persist: true })`, `defineStore("user", setup, { persist: { pick: ["token"] } })`. */
function pinia(given: readonly (TSESTree.Node | undefined)[], script: Script): Persisted | null {
  const holder = given.find((argument) => options(argument, script).has("persist"));
  const settings = options(holder, script);
  const persist = settings.get("persist");
  if (!holder || !persist || (persist.type === "Literal" && persist.value === false)) return null;
  const how = options(persist, script);
  const own = keysOf(how.get("key"), script);
  const keys = own.length > 0 ? own : keysOf(settings.get("id") ?? given[0], script);
  const picked = ["pick", "paths"].flatMap((list) =>
    listed(how.get(list), script).map(({ text, at }) => ({ name: text, at })),
  );
  return { keys, fields: picked.length > 0 ? picked : stateOf(returned(settings.get("state"))) };
}

/** The object a function gives back, wrapped in whatever middleware. */
function returned(node: TSESTree.Node | undefined, depth = 0): TSESTree.ObjectExpression | null {
  if (!node || depth > 5) return null;
  switch (node.type) {
    case "ObjectExpression":
      return node;
    case "ArrowFunctionExpression":
    case "FunctionExpression": {
      if (node.body.type !== "BlockStatement") return returned(node.body, depth + 1);
      const statement = node.body.body.findLast((one) => one.type === "ReturnStatement");
      return statement?.argument ? returned(statement.argument, depth + 1) : null;
    }
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return returned(node.expression, depth + 1);
    case "CallExpression":
      return returned(node.arguments[0], depth + 1);
    default:
      return null;
  }
}

/** Members that hold state: what is not a function. */
function stateOf(object: TSESTree.ObjectExpression | null): FieldDraft[] {
  return propertiesOf(object).members.flatMap(({ name, key, value, node }): FieldDraft[] => {
    const acts = node.method || value.type === "ArrowFunctionExpression" || value.type === "FunctionExpression";
    if (acts || (value.type === "CallExpression" && stringValue(value) === null && /^set[A-Z]/.test(name))) return [];
    return [{ name, at: key.range, ...typeOfInitial(value) }];
  });
}
