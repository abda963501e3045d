import type { Effect, FindingFact, Right } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { textLists } from "../shared/practices.js";
import { isOn, keptRecords, relationsOf, takesAlong, type KeptRecord } from "../shared/records.js";
import { fewLabels, relatedFields } from "../shared/rows.js";
import { servedBy } from "../shared/served.js";

interface Parameters {
  /** Data types that are handed out to nobody. */
  readonly except: readonly string[];
}

/** The export that the map names reads less than what is kept of the same people. */
export default defineCheck<Parameters>({
  id: "rights/incomplete-export",
  parameters: textLists("except"),
  *run(model, { except }) {
    const right = model.map.rights.get("access");
    const target = right && model.pointers.resolve(right.entry);
    if (!right || !target?.resolved || target.reads.length === 0) return;
    const records = keptRecords(model);
    const unknown = target.beyond.length > 0 || target.reads.some((read) => isUnclear(read, records));
    for (const record of servedBy(records, target.reads, right, model)) {
      const lacking = unreadFields(record, target.reads, except, unknown);
      if (lacking.length > 0) yield toFact(right, record, lacking);
    }
  },
});

/** Relations that are called otherwise than the records they lead to. */
function isUnclear(read: Effect, records: readonly KeptRecord[]): boolean {
  return relationsOf(read).some(
    (relation) => !records.some((record) => takesAlong({ ...read, include: [relation], select: [] }, record)),
  );
}

function unreadFields(
  record: KeptRecord,
  reads: readonly Effect[],
  except: readonly string[],
  unknown: boolean,
): KeptRecord["rows"] {
  const given = record.rows.filter(({ field }) => !except.includes(field.dataType!));
  const own = reads.filter((read) => isOn(read, record));
  if (own.length === 0) return unknown || reads.some((read) => takesAlong(read, record)) ? [] : given;
  return given.filter(({ field }) => own.every((read) => !takes(read, field.field)));
}

function takes({ select, omit = [] }: Effect, field: string): boolean {
  const name = field.split(".")[0]!;
  if (omit.includes(name)) return false;
  return select === undefined || select.some((path) => path.split(".")[0] === name);
}

function toFact(right: Right, { name, rows }: KeptRecord, lacking: KeptRecord["rows"]): FindingFact {
  return {
    subject: `${right.path} ${name}`,
    place: right.place,
    data: {
      problem: lacking.length === rows.length ? "record" : "fields",
      record: name,
      fields: fewLabels(lacking),
      pointer: right.entry,
    },
    related: relatedFields(lacking),
  };
}
