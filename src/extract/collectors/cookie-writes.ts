import { cookieInText, cookieWritten } from "../cookies/writes.js";
import { calleePath, defineEstreeCollector, stringValue } from "../estree/index.js";

export default defineEstreeCollector({
  id: "cookie-writes",
  recognises: "the protection and lifetime that cookies are set with",
  trigger: /cookie|\bsession\b/i,
  visit(script, emit) {
    return {
      CallExpression(node) {
        const written = cookieWritten(node, script);
        if (written) emit.practice({ kind: "cookie-write", ...written }, node.callee.range);
        const [header, value] = node.arguments;
        const path = calleePath(node.callee);
        if (!value || !/^(?:setHeader|append|header|set)$/.test(path?.at(-1) ?? "")) return;
        if (!/^set-cookie$/i.test(stringValue(header) ?? "")) return;
        const inText = cookieInText(value, false);
        if (inText) emit.practice({ kind: "cookie-write", ...inText }, value.range);
      },
      AssignmentExpression({ left, right }) {
        if (left.type !== "MemberExpression" || calleePath(left)?.slice(-2).join(".") !== "document.cookie") return;
        const inText = cookieInText(right, true);
        if (inText) emit.practice({ kind: "cookie-write", ...inText }, left.range);
      },
    };
  },
});
