import type { Declared } from "../../../model/index.js";
import { asks, fields, known, paragraph, says, table } from "../build.js";
import { basesOf, dataOf, encryption, measures, recipientsOf, subjectsOf, termsOf, unique } from "../data.js";
import type { Draft, Value } from "../document.js";
import type { Drafting } from "../drafting.js";
import { groundOf, lawTable } from "../law.js";
import { operatorName, responsible } from "../operator.js";
import { thirdCountries } from "../transfers.js";
import { withoutPurpose } from "../undeclared.js";

/** Record of processing activities that a controller keeps. */
export function ropa(draft: Drafting): Draft {
  const { map, say } = draft;
  return {
    title: say("ropa.title"),
    subtitle: groundOf(draft, "processing-record"),
    orientation: "landscape",
    blocks: [
      fields([
        [
          say("ropa.controller"),
          [...operatorName(draft), ...known(map.controller.address, say("ask.operator-address"))],
        ],
        [say("ropa.joint"), jointControllers(draft)],
        [say("ropa.representative"), known(map.controller.representative, say("ask.representative"))],
        [say("ropa.dpo"), responsible(draft)],
      ]),
      table(
        say("ropa.activities"),
        [
          [say("purpose"), 15],
          [say("basis"), 14],
          [say("subjects"), 12],
          [say("data"), 22],
          [say("recipients"), 15],
          [say("third-countries"), 16],
          [say("term"), 14],
        ],
        map.purposes.length > 0
          ? map.purposes.map((purpose) => activity(draft, purpose))
          : [[asks(say("ask.purposes")), ...Array.from({ length: 6 }, (): Value => [])]],
      ),
      ...withoutPurpose(draft),
      fields([
        [say("measures.technical"), measures(draft, ["security"])],
        [say("measures.organisational"), measures(draft, ["organisation"])],
        [say("measures.encryption"), encryption(draft)],
      ]),
      paragraph(say("ropa.note")),
      lawTable(draft, ["processing-record", "eea-states", "eu-adequacy", "eu-adequacy-conditional"]),
    ],
  };
}

function activity(draft: Drafting, purpose: Declared<"purposes">): Value[] {
  return [
    says(purpose.title),
    basesOf(draft, purpose),
    subjectsOf(draft, purpose),
    dataOf(draft, purpose),
    recipientsOf(draft, purpose),
    thirdCountries(draft, purpose.recipients),
    termsOf(draft, purpose),
  ];
}

function jointControllers({ map, names, say }: Drafting): Value {
  const joint = map.recipients.filter(({ role }) => role === "joint").map(({ id }) => names.recipient(id));
  return joint.length === 0 ? says(say("none-declared")) : says(...unique(joint));
}
