import { asks, blank, fields, known, paragraph, says, table } from "../build.js";
import { dataOf, encryption, measures, subjectsOf } from "../data.js";
import type { Draft, Value } from "../document.js";
import type { Drafting } from "../drafting.js";
import { groundOf, lawTable } from "../law.js";
import { operatorName, responsible } from "../operator.js";
import { thirdCountries } from "../transfers.js";

/** Record of the processing carried out for others. The map does not say for whom: the document asks. */
export function ropaProcessor(draft: Drafting): Draft {
  const { map, say } = draft;
  const none: Value = [];
  return {
    title: say("ropa-processor.title"),
    subtitle: groundOf(draft, "processor-record"),
    orientation: "landscape",
    blocks: [
      fields([
        [
          say("ropa-processor.processor"),
          [...operatorName(draft), ...known(map.controller.address, say("ask.operator-address"))],
        ],
        [say("ropa.representative"), known(map.controller.representative, say("ask.representative"))],
        [say("ropa.dpo"), responsible(draft)],
        [say("ropa-processor.controllers"), [...asks(say("ask.controllers")), ...blank(), ...blank()]],
      ]),
      paragraph(say("ropa-processor.choose")),
      table(
        say("ropa-processor.processing"),
        [
          [say("ropa-processor.for"), 16],
          [say("ropa-processor.categories"), 22],
          [say("subjects"), 14],
          [say("data"), 26],
          [say("third-countries"), 22],
        ],
        map.purposes.length > 0
          ? map.purposes.map((purpose) => [
              blank(),
              says(purpose.title),
              subjectsOf(draft, purpose),
              dataOf(draft, purpose),
              thirdCountries(draft, purpose.recipients),
            ])
          : [[blank(), asks(say("ask.purposes")), none, none, none]],
      ),
      fields([
        [say("measures.technical"), measures(draft, ["security"])],
        [say("measures.organisational"), measures(draft, ["organisation"])],
        [say("measures.encryption"), encryption(draft)],
      ]),
      lawTable(draft, ["processor-record", "eea-states", "eu-adequacy", "eu-adequacy-conditional"]),
    ],
  };
}
