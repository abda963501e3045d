export { protobufParser } from "./grammar.js";
export {
  lastPart,
  protobufSchema,
  readProtobuf,
  type ProtoField,
  type ProtoMessage,
  type ProtoSchema,
} from "./schema.js";
