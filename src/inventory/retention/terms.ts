import {
  comparePlaces,
  compareText,
  type Effect,
  type Facts,
  type InventoryPractice,
  type InventoryRetention,
} from "../../model/index.js";
import { referencesOf, type StoredRecords } from "../operations/records.js";

/** Terms that code sets: by settings of stores, by the age of cookies, and by jobs that delete what is older. */
export function retentionTerms(
  files: readonly Facts[],
  operations: readonly Effect[],
  practices: readonly InventoryPractice[],
  records: StoredRecords,
): InventoryRetention[] {
  return [...settings(files, records), ...jobs(operations), ...cookies(practices)].sort(
    (a, b) => comparePlaces(a.place, b.place) || compareText(a.setting, b.setting),
  );
}

function settings(files: readonly Facts[], records: StoredRecords): InventoryRetention[] {
  return files.flatMap(({ file, retention = [] }) =>
    retention.map(({ span, field, ...fact }): InventoryRetention => ({
      ...fact,
      owners: fact.owner === null || !isRecord(fact.kind) ? [] : referencesOf(records.find(file, fact.owner)),
      field: field ?? null,
      place: { file, ...span },
      function: null,
      schedule: null,
    })),
  );
}

function isRecord(kind: InventoryRetention["kind"]): boolean {
  return kind === "ttl-index" || kind === "ttl";
}

function jobs(operations: readonly Effect[]): InventoryRetention[] {
  return operations.flatMap((effect): InventoryRetention[] => {
    const { kind, cutoff, record, owners, callee, place, schedule } = effect;
    if (kind !== "delete" || !cutoff) return [];
    return [
      {
        kind: "job",
        owner: record,
        owners,
        seconds: cutoff.seconds,
        setting: callee,
        field: cutoff.field ?? null,
        place,
        function: effect.function,
        schedule,
      },
    ];
  });
}

function cookies(practices: readonly InventoryPractice[]): InventoryRetention[] {
  return practices.flatMap((practice): InventoryRetention[] => {
    if (practice.kind !== "cookie-write" || practice.seconds === null) return [];
    const { name, seconds, place, role } = practice;
    const kind = role === "session" && name === null ? "session" : "cookie";
    const term = { kind, owner: name, owners: [], seconds, setting: "maxAge", field: null } as const;
    return [{ ...term, place, function: null, schedule: null }];
  });
}
