import { defineEstreeCollector } from "../estree/index.js";
import { KeyedFacts } from "../keyed/gather.js";
import { keysOf } from "../keyed/keys.js";
import { fieldsOfStored, recordStored } from "../storage/records.js";
import { storageCalls, storageProperty } from "../storage/calls.js";

const SOURCE = "web-storage";

export default defineEstreeCollector({
  id: SOURCE,
  recognises:
    "entries of localStorage, sessionStorage, the Cache API and stores of mobile apps, queues of what is not sent yet, also through hooks and wrappers",
  trigger:
    /storage|\bcaches\b|localforage|idb-keyval|secure-?store|preferences|mmkv|keychain|lscache|persist|sticky|store2|sync|offline|outbox/i,
  visit(script, emit) {
    const facts = new KeyedFacts(script, emit, SOURCE, "web-storage");
    const records = new Set<number>();
    return {
      CallExpression(node) {
        for (const { key, name: plain, access, value } of storageCalls(node, script)) {
          const keys = plain === undefined ? keysOf(key, script) : [{ text: plain, at: key.range }];
          const target = recordStored(value, script);
          for (const one of keys) facts.key(one, access, node, target);
          const fields = fieldsOfStored(value, script).filter(({ at }) => !records.has(at[0]));
          const [name] = fields.length > 0 ? keys : [];
          if (!name) continue;
          for (const { at } of fields) records.add(at[0]);
          emit.owner({ source: SOURCE, name: name.text, kind: "web-storage", at: name.at, fields });
        }
      },
      MemberExpression(node) {
        const property = storageProperty(node);
        if (!property || (node.parent.type === "UnaryExpression" && node.parent.operator === "delete")) return;
        if (node.parent.type === "CallExpression" && node.parent.callee === node) return;
        const access = node.parent.type === "AssignmentExpression" && node.parent.left === node ? "write" : "read";
        if (node.computed) facts.add(property, access, node);
        else if (property.type === "Identifier") facts.key({ text: property.name, at: property.range }, access, node);
      },
    };
  },
});
