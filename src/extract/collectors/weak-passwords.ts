import { defineEstreeCollector } from "../estree/index.js";
import { plainComparison } from "../passwords/comparison.js";
import { fastHash, fewRounds } from "../passwords/hashing.js";

export default defineEstreeCollector({
  id: "weak-passwords",
  recognises: "passwords kept by fast hashes or few rounds, or compared as they are",
  trigger: /passw|pwd|passphrase|passcode|bcrypt|parol/i,
  visit(script, emit) {
    return {
      CallExpression(node) {
        const hash = fastHash(node, script);
        if (hash !== null) emit.practice({ kind: "weak-password", how: "fast-hash", detail: hash }, node.range);
        const rounds = fewRounds(node, script);
        if (rounds !== null)
          emit.practice({ kind: "weak-password", how: "few-rounds", detail: `${rounds}` }, node.range);
      },
      BinaryExpression(node) {
        const compared = plainComparison(node);
        if (compared !== null)
          emit.practice({ kind: "weak-password", how: "plain-comparison", detail: compared }, node.range);
      },
    };
  },
});
