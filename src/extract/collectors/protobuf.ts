import type { ValueType } from "../../model/index.js";
import { defineCollector, type FieldDraft } from "../collector.js";
import { lastPart, protobufSchema, type ProtoField, type ProtoSchema } from "../protobuf/index.js";

export default defineCollector({
  id: "protobuf",
  recognises: "messages of Protocol Buffers",
  reads: protobufSchema,
  trigger: /\bmessage\b/,
  collect({ root }, emit) {
    const incoming = incomingMessages(root);
    for (const { name, at, fields, comment } of root.messages) {
      if (fields.length === 0) continue;
      const last = lastPart(name);
      emit.owner({
        source: "protobuf",
        name,
        kind: incoming.has(last) || /(?:Request|Input|Command|Event)$/.test(last) ? "input" : "type",
        at,
        fields: fields.map((field) => fieldOf(field, root)),
        ...(name !== last && { binding: last }),
        ...(comment && { comment }),
      });
    }
  },
});

const TYPES: Readonly<Record<string, ValueType>> = {
  string: "string",
  bool: "boolean",
  bytes: "bytes",
  map: "json",
  "google.protobuf.Timestamp": "date",
  "google.type.Date": "date",
  "google.type.DateTime": "date",
  "google.protobuf.Struct": "json",
  "google.protobuf.Any": "json",
  "google.protobuf.StringValue": "string",
  "google.protobuf.BoolValue": "boolean",
  "google.protobuf.Int32Value": "number",
  "google.protobuf.Int64Value": "number",
  "google.protobuf.DoubleValue": "number",
};

function fieldOf({ name, at, type, repeated, comment, formats }: ProtoField, { enums }: ProtoSchema): FieldDraft {
  const written = type.replace(/^\./, "");
  const options = enums.get(lastPart(written));
  const known = Object.hasOwn(TYPES, written)
    ? TYPES[written]!
    : /^(?:double|float|s?u?s?(?:int|fixed)\d+)$/.test(written)
      ? "number"
      : null;
  return {
    name,
    at,
    type: options ? "enum" : (known ?? "relation"),
    ...(repeated && written !== "map" && { list: true }),
    ...(!options && !known && { target: lastPart(written) }),
    ...((comment || options || formats.length > 0) && {
      hints: {
        ...(formats.length > 0 && { validators: formats }),
        ...(comment && { comment }),
        ...(options && { options }),
      },
    }),
  };
}

/** Messages that calls are sent with, and those inside them. */
function incomingMessages({ messages, requests }: ProtoSchema): ReadonlySet<string> {
  const byName = new Map(messages.map((message) => [lastPart(message.name), message]));
  const incoming = new Set<string>();
  const open = [...requests];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (incoming.has(name)) continue;
    incoming.add(name);
    for (const { type } of byName.get(name)?.fields ?? []) open.push(lastPart(type));
  }
  return incoming;
}
