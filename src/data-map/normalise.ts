import type { DataMap, Right, RightKind, UnresolvedReference } from "../model/index.js";
import type { LocatedMap } from "./located.js";
import {
  toCategory,
  toConsent,
  toFieldEntry,
  toNotPersonal,
  toPurpose,
  toRetentionRule,
  toSpecialExemption,
} from "./normalise-data.js";
import {
  toAuditSettings,
  toController,
  toEvidence,
  toIncidents,
  toMinors,
  toPolicy,
  toSubject,
} from "./normalise-organisation.js";
import { toCookie, toRecipient, toRight, toStore } from "./normalise-systems.js";
import { Reader } from "./reader.js";

const rightKinds = ["access", "rectify", "block", "erase", "stop", "unsubscribe"] satisfies RightKind[];

/** The strict form of a map that the schema has vouched for. */
export function normalise(
  root: LocatedMap,
  files: readonly string[],
  unresolved: readonly UnresolvedReference[],
): DataMap {
  const map = new Reader(root);
  const rights = map.child("rights");
  return {
    files,
    regimes: map.has("regimes") ? map.texts("regimes") : ["152-fz", "gdpr"],
    controller: toController(map.child("controller") ?? new Reader(undefined)),
    policy: nullable(map.child("policy"), toPolicy),
    components: map.record("components", (component) => ({ ...component.entry, globs: component.texts("globs") })),
    subjects: map.record("subjects", toSubject),
    minors: nullable(map.child("minors"), toMinors),
    categories: map.record("categories", toCategory),
    specialExemptions: map.children("specialExemptions").map(toSpecialExemption),
    purposes: map.record("purposes", toPurpose),
    consents: map.record("consents", toConsent),
    retention: map.record("retention", toRetentionRule),
    stores: map.record("stores", toStore),
    fields: map.children("fields").map(toFieldEntry),
    notPersonal: map.children("notPersonal").map(toNotPersonal),
    recipients: map.record("recipients", toRecipient),
    cookies: map.record("cookies", toCookie),
    rights: new Map(
      rightKinds.flatMap((kind): [RightKind, Right][] => {
        const right = rights?.child(kind);
        return right ? [[kind, toRight(right)]] : [];
      }),
    ),
    complaintChannel: rights?.child("complaint")?.text("channel") ?? null,
    security: map.record("security", toEvidence),
    organisation: map.record("organisation", toEvidence),
    incidents: nullable(map.child("incidents"), toIncidents),
    audit: toAuditSettings(map.child("audit") ?? new Reader(undefined)),
    unresolved,
  };
}

function nullable<Value>(reader: Reader | null, read: (reader: Reader) => Value): Value | null {
  return reader && read(reader);
}
