import type { Declared } from "../../../model/index.js";
import { asks, paragraph, says, table } from "../build.js";
import { basesOf, categoriesOf, itemsOf, recipientsOf, subjectsOf, termsOf } from "../data.js";
import type { Draft, Value } from "../document.js";
import type { Drafting } from "../drafting.js";
import { groundOf, lawTable } from "../law.js";
import { withoutPurpose } from "../undeclared.js";

/** What a published policy has to disclose, line by line: a purpose and a category of its data in each. */
export function policyMatrix(draft: Drafting): Draft {
  const { say, map } = draft;
  return {
    title: say("policy-matrix.title"),
    subtitle: groundOf(draft, "policy-contents"),
    orientation: "landscape",
    blocks: [
      paragraph(say("policy-matrix.note")),
      table(
        say("policy-matrix.table"),
        [
          [say("purpose"), 16],
          [say("category"), 12],
          [say("items"), 18],
          [say("subjects"), 13],
          [say("basis"), 15],
          [say("term"), 13],
          [say("recipients"), 13],
        ],
        map.purposes.length > 0
          ? map.purposes.flatMap((purpose) => lines(draft, purpose))
          : [[asks(say("ask.purposes")), [], [], [], [], [], []]],
      ),
      ...withoutPurpose(draft),
      lawTable(draft, ["policy-contents"]),
    ],
  };
}

function lines(draft: Drafting, purpose: Declared<"purposes">): Value[][] {
  const { names, say } = draft;
  const categories = categoriesOf(draft, purpose);
  const line = (category: Value, items: Value, term: Value): Value[] => [
    says(purpose.title),
    category,
    items,
    subjectsOf(draft, purpose),
    basesOf(draft, purpose),
    term,
    recipientsOf(draft, purpose),
  ];
  if (categories.length === 0)
    return [line(asks(say("ask.categories", { purpose: purpose.title })), [], termsOf(draft, purpose))];
  return categories.map((id) =>
    line(says(names.category(id)), says(itemsOf(draft, id).join("; ")), termsOf(draft, purpose, id)),
  );
}
