import type { AuditResult, DeclaredMap } from "../model/index.js";
import { aspectsOf, type Described } from "./described.js";

/** What the map says of purposes, categories, people, stores and terms. */
export function describeMap({ declared }: AuditResult): Described[] {
  if (!declared) return [];
  return [
    ...purposes(declared),
    ...categories(declared),
    ...subjects(declared),
    ...stores(declared),
    ...terms(declared),
  ];
}

function purposes(map: DeclaredMap): Described[] {
  return map.purposes.map((purpose) => ({
    about: "purpose",
    id: purpose.id,
    title: purpose.title,
    aspects: aspectsOf({
      title: purpose.title,
      bases: purpose.bases.map(({ type, ref }) => (ref === null ? type : `${type}: ${ref}`)),
      subjects: purpose.subjects,
      categories: purpose.categories,
      recipients: purpose.recipients,
      operations: purpose.operations,
      transfer: purpose.transfer,
      retention: purpose.retention,
      "retention-by-category": purpose.retentionByCategory.map(({ id, value }) => `${id}: ${value}`),
      marketing: purpose.marketing,
      automated: purpose.automatedDecision,
    }),
  }));
}

function categories(map: DeclaredMap): Described[] {
  return map.categories.map(({ id, title, kind, items }) => ({
    about: "category",
    id,
    title,
    aspects: aspectsOf({ kind, "data-types": items }),
  }));
}

function subjects(map: DeclaredMap): Described[] {
  return map.subjects.map(({ id, title, kind }) => ({ about: "subject", id, title, aspects: aspectsOf({ kind }) }));
}

function stores(map: DeclaredMap): Described[] {
  return map.stores.map(({ id, title, type, country, role, retention }) => ({
    about: "store",
    id,
    title,
    aspects: aspectsOf({ type, country, role, retention }),
  }));
}

function terms(map: DeclaredMap): Described[] {
  return map.retention.map(({ id, period, start, action, deadline, backups }) => ({
    about: "term",
    id,
    title: null,
    aspects: aspectsOf({ period, start, action, deadline, backups }),
  }));
}
