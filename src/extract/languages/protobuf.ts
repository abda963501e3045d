import { defineLanguage } from "../document.js";
import { problemsOf } from "../lezer/problems.js";
import { protobufParser, protobufSchema, readProtobuf } from "../protobuf/index.js";

export default defineLanguage({
  id: "protobuf",
  title: "Protocol Buffers",
  extensions: [".proto"],
  yields: [protobufSchema],
  parse: (source) => {
    const tree = protobufParser().parse(source.text);
    return {
      documents: [{ syntax: protobufSchema, root: readProtobuf(tree, source.text), source }],
      problems: problemsOf(tree, source, "cannot be read as Protocol Buffers"),
    };
  },
});
