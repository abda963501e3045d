import { defineCheck } from "../check.js";
import { undisclosedData } from "../shared/policy/data.js";
import { undisclosedPurposes, undisclosedSubjects } from "../shared/policy/purposes.js";
import { undisclosedRecipients, undisclosedTransfer } from "../shared/policy/recipients.js";
import {
  undisclosedCookies,
  undisclosedResponsible,
  undisclosedRights,
  undisclosedTerms,
  undisclosedWithdrawal,
} from "../shared/policy/terms.js";
import { policyText } from "../shared/policy/text.js";

/** What code and map do and the published policy does not tell: data, purposes, people, recipients, transfer, cookies, terms, rights. */
export default defineCheck({
  id: "policy/undisclosed",
  *run(model) {
    const text = policyText(model);
    if (!text) return;
    yield* undisclosedData(text, model);
    yield* undisclosedPurposes(text, model);
    yield* undisclosedSubjects(text, model);
    yield* undisclosedRecipients(text, model);
    yield* undisclosedTransfer(text, model);
    yield* undisclosedCookies(text, model);
    yield* undisclosedTerms(text, model);
    yield* undisclosedRights(text, model);
    yield* undisclosedWithdrawal(text, model);
    yield* undisclosedResponsible(text, model);
  },
});
