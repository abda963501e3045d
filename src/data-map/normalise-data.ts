import type {
  Basis,
  Category,
  Consent,
  FieldEntry,
  NotPersonalEntry,
  Purpose,
  RetentionRule,
  SpecialExemption,
} from "../model/index.js";
import type { Reader } from "./reader.js";

export function toCategory(category: Reader): Category {
  return {
    ...category.entry,
    title: category.text("title"),
    kind: category.text<Category["kind"]>("kind") ?? "general",
    clause: category.text("clause"),
    items: category.texts("items"),
    freeText: category.flag("freeText") ?? false,
    masking: category.text("masking"),
  };
}

export function toSpecialExemption(exemption: Reader): SpecialExemption {
  return {
    ...exemption.entry,
    category: exemption.required("category"),
    purposes: exemption.texts("purposes"),
    kind: exemption.required("kind"),
    ref: exemption.required("ref"),
    approvedBy: exemption.text("approvedBy"),
    reviewBy: exemption.text("reviewBy"),
  };
}

export function toPurpose(purpose: Reader): Purpose {
  return {
    ...purpose.entry,
    title: purpose.required("title"),
    clause: purpose.text("clause"),
    subjects: purpose.texts("subjects"),
    categories: purpose.has("categories") ? purpose.texts("categories") : null,
    mode: purpose.text("mode"),
    transfer: purpose.text("transfer"),
    operations: purpose.has("operations") ? purpose.texts("operations") : null,
    bases: purpose.children("bases").map(toBasis),
    retention: purpose.text("retention"),
    retentionByCategory: purpose.dictionary("retention"),
    recipients: purpose.texts("recipients"),
    incompatibleWith: purpose.texts("incompatibleWith"),
    marketing: purpose.flag("marketing") ?? false,
    automatedDecision: purpose.flag("automatedDecision") ?? false,
  };
}

function toBasis(basis: Reader): Basis {
  return {
    ...basis.entry,
    type: basis.required("type"),
    ref: basis.text("ref"),
    clause: basis.text("clause"),
    gdpr: basis.text("gdpr"),
  };
}

export function toConsent(consent: Reader): Consent {
  return {
    ...consent.entry,
    document: consent.required("document"),
    version: consent.required("version"),
    standalone: consent.flag("standalone"),
    written: consent.flag("written"),
    capture: consent.required("capture"),
    withdraw: consent.text("withdraw"),
    proof: consent.text("proof"),
  };
}

export function toRetentionRule(rule: Reader): RetentionRule {
  return {
    ...rule.entry,
    period: rule.text("period"),
    start: rule.text("start"),
    justification: rule.text("justification"),
    action: rule.text("action"),
    method: rule.text("method"),
    deadline: rule.text("deadline"),
    implementedBy: rule.texts("implementedBy"),
    log: rule.text("log"),
    backups: rule.text("backups"),
  };
}

export function toFieldEntry(field: Reader): FieldEntry {
  return {
    ...field.entry,
    match: field.texts("match"),
    category: field.text("category"),
    item: field.text("item"),
    purposes: field.texts("purposes"),
    subjects: field.texts("subjects"),
    store: field.text("store"),
    retention: field.text("retention"),
    source: field.text("source"),
    required: field.flag("required"),
    scopes: field.texts("scopes"),
    note: field.text("note"),
  };
}

export function toNotPersonal(entry: Reader): NotPersonalEntry {
  return {
    ...entry.entry,
    match: entry.texts("match"),
    because: entry.required("because"),
    by: entry.text("by"),
    reviewBy: entry.text("reviewBy"),
  };
}
