import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { chainOf, findCall } from "../chains/chain.js";
import type { FieldDraft } from "../collector.js";
import { writtenFields } from "../documents/written.js";
import { calleePath, defineEstreeCollector, definitionOf, importOf, knownText, type Script } from "../estree/index.js";

interface Place {
  readonly name: string;
  readonly at: readonly [number, number];
}

export default defineEstreeCollector({
  id: "firestore",
  recognises: "documents that code writes to Firestore and to the Firebase database",
  trigger: /fire(?:base|store)/i,
  visit: (script, emit) => {
    const found = new Map<string, { place: Place; fields: Map<string, FieldDraft> }>();
    return {
      CallExpression(node) {
        const written = writes(node, script);
        if (!written) return;
        const { place, document } = written;
        const known = found.get(place.name) ?? { place, fields: new Map<string, FieldDraft>() };
        for (const field of writtenFields(document, script))
          if (!known.fields.has(field.name)) known.fields.set(field.name, field);
        if (known.fields.size > 0) found.set(place.name, known);
      },
      "Program:exit"() {
        for (const { place, fields } of found.values())
          emit.owner({
            source: "firestore",
            name: place.name,
            kind: "store",
            at: place.at,
            fields: [...fields.values()],
          });
      },
    };
  },
});

/** The collection a call writes to, and the document it writes. */
function writes(node: TSESTree.CallExpression, script: Script): { place: Place; document: TSESTree.Node } | null {
  const [first, second] = node.arguments;
  const imported = importOf(node.callee, script.imports);
  // `addDoc(collection(db, "users"), { … })`, `setDoc(doc(db, "users", id), { … })`, `set(ref(db, "users/" + id), { … })`.
  if (imported && /firebase/.test(imported.module)) {
    if (!first || !second || !/^(?:addDoc|setDoc|set|push)$/.test(imported.imported)) return null;
    const place = placeOf(first, script, 0);
    return place && { place, document: second };
  }
  // `db.collection("users").doc(id).set({ … })`, `database.ref("users").push({ … })`.
  if (node.callee.type !== "MemberExpression" || node.callee.property.type !== "Identifier" || !first) return null;
  const method = node.callee.property.name;
  if (!/^(?:add|set|create|push)$/.test(method)) return null;
  const place = chainedPlace(node.callee.object, script, 0);
  // Sets and routers have such methods too, but no collection before them.
  return place && { place, document: first };
}

/** `collection(db, "users", id, "letters")`, `doc(db, "users", id)`, `doc(usersRef, id)`, `ref(db, "users/1")`, or a name for one. */
function placeOf(node: TSESTree.Node, script: Script, depth: number): Place | null {
  if (depth > 5) return null;
  if (node.type === "Identifier") {
    const init = definitionOf(node, script)?.init;
    return init ? placeOf(init, script, depth + 1) : null;
  }
  if (node.type !== "CallExpression") return null;
  const method = calleePath(node.callee)?.at(-1) ?? "";
  if (!/^(?:collection|doc|ref|child|push)$/.test(method)) return null;
  const [parent, ...rest] = node.arguments;
  if (rest.length > 0) {
    // Of alternating collections and documents, the last collection says what is written.
    const names = rest.filter((_, at) => at % 2 === 0);
    const last = method === "doc" || method === "collection" ? names.at(-1)! : rest[0]!;
    const name = collectionIn(last, script);
    if (name) return { name, at: last.range };
  }
  return parent ? placeOf(parent, script, depth + 1) : null;
}

function chainedPlace(node: TSESTree.Node, script: Script, depth: number): Place | null {
  if (depth > 5) return null;
  if (node.type === "Identifier") {
    const init = definitionOf(node, script)?.init;
    return init ? chainedPlace(init, script, depth + 1) : null;
  }
  const chain = chainOf(node);
  const call = chain && (chain.calls.findLast(({ name }) => name === "collection") ?? findCall(chain, "ref"));
  const argument = call?.arguments.at(-1);
  const name = argument && collectionIn(argument, script);
  if (name) return { name, at: argument.range };
  return chain && chain.head.type === "Identifier" && chain.root.length === 1
    ? chainedPlace(chain.head, script, depth + 1)
    : null;
}

/** The collection that a path names: `users` of `"users"`, `"users/" + id` and `` `users/${id}` ``. */
function collectionIn(node: TSESTree.Node, script: Script): string | null {
  const text = knownText(node, script) ?? leadingText(node);
  const parts = text?.split("/").filter(Boolean) ?? [];
  return parts.at(parts.length % 2 === 0 ? -2 : -1) ?? null;
}

function leadingText(node: TSESTree.Node): string | null {
  if (node.type === "TemplateLiteral") return node.quasis[0]?.value.cooked ?? null;
  if (node.type === "BinaryExpression") return leadingText(node.left);
  return node.type === "Literal" && typeof node.value === "string" ? node.value : null;
}
