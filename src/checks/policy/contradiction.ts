import { defineCheck } from "../check.js";
import {
  advertisingDenied,
  dataDenied,
  minorsDenied,
  requestsDiffer,
  retentionDiffers,
} from "../shared/policy/claims.js";
import { anyCookies, persistentCookies } from "../shared/policy/cookies.js";
import { storedElsewhere, transferDenied } from "../shared/policy/location.js";
import { deniedRecipients } from "../shared/policy/recipients.js";
import { policyText } from "../shared/policy/text.js";

interface Parameters {
  /** Statement of the law that lists the states of the EEA. */
  readonly states: string;
}

/** What the published policy says, against what code and map do and against what it says elsewhere. */
export default defineCheck<Parameters>({
  id: "policy/contradiction",
  parameters: {
    type: "object",
    required: ["states"],
    additionalProperties: false,
    properties: { states: { type: "string" } },
  },
  *run(model, parameters) {
    const text = policyText(model);
    if (!text) return;
    yield* persistentCookies(text, model);
    yield* anyCookies(text, model);
    yield* storedElsewhere(text, model, parameters);
    yield* transferDenied(text, model);
    yield* deniedRecipients(text, model);
    yield* advertisingDenied(text, model);
    yield* dataDenied(text, model);
    yield* minorsDenied(text, model);
    yield* requestsDiffer(text);
    yield* retentionDiffers(text);
  },
});
