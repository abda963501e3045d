import type { Recipient } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { isAnswered } from "../shared/answers.js";

/** A processor to whom no agreement in force entrusts the processing. */
export default defineCheck({
  id: "recipient/no-agreement",
  *run({ map, today }) {
    for (const [id, recipient] of map.recipients) {
      const problem = recipient.role === "processor" ? fault(recipient, today) : null;
      if (problem === null) continue;
      const data = { id, name: recipient.name ?? id, problem, expires: recipient.agreement?.expires ?? "" };
      yield { subject: recipient.path, place: recipient.place, data };
    }
  },
});

function fault({ agreement }: Recipient, today: string): "none" | "expired" | null {
  if (agreement === null || !isAnswered(agreement.ref)) return "none";
  return agreement.expires !== null && agreement.expires < today ? "expired" : null;
}
