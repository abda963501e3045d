import { defineEstreeCollector } from "../estree/index.js";
import { mailSent } from "../mail/message.js";

export default defineEstreeCollector({
  id: "mail",
  recognises: "mail and text messages handed over for sending, what for and to whom",
  trigger: /send|batch/i,
  visit(script, emit) {
    return {
      CallExpression(node) {
        const mail = mailSent(node, script);
        if (mail && PROMOTES.test(mail.about.join(" "))) emit.practice({ kind: "mail", ...mail }, node.callee.range);
      },
    };
  },
});

/** Leaves out the mass of messages that promote nothing; which of the rest do is told by the rule. */
const PROMOTES =
  /newsletter|campaign|promo|marketing|digest|offer|sale|discount|winback|broadcast|рассыл|акци|скидк|предложени|новост|rassyl/i;
