import type {
  Art12Filing,
  Art22Filing,
  AuditSettings,
  Controller,
  EvidenceEntry,
  Incidents,
  Minors,
  Policy,
  RuleSetting,
  Subject,
} from "../model/index.js";
import { Reader } from "./reader.js";

export function toController(controller: Reader): Controller {
  const regulator = controller.child("regulator");
  const art22 = regulator?.child("art22") ?? null;
  const dpo = controller.child("dpo");
  return {
    ...controller.entry,
    name: controller.required("name"),
    country: controller.required("country"),
    inn: controller.text("inn"),
    ogrn: controller.text("ogrn"),
    address: controller.text("address"),
    sites: controller.texts("sites"),
    restrictedMessengerOperator: controller.flag("restrictedMessengerOperator") ?? false,
    dpo: dpo && {
      name: dpo.required("name"),
      email: dpo.text("email"),
      phone: dpo.text("phone"),
      appointedBy: dpo.text("appointedBy"),
    },
    representative: controller.text("representative"),
    art22: art22 && toArt22(art22),
    art12: regulator?.children("art12").map(toArt12) ?? [],
  };
}

function toArt22(filing: Reader): Art22Filing {
  return {
    ...filing.entry,
    number: filing.required("number"),
    filed: filing.required("filed"),
    updated: filing.text("updated"),
    processingStart: filing.text("processingStart"),
    regions: filing.texts("regions"),
    endCondition: filing.text("endCondition"),
    snapshot: filing.text("snapshot"),
  };
}

function toArt12(filing: Reader): Art12Filing {
  return {
    ...filing.entry,
    country: filing.required("country"),
    filed: filing.required("filed"),
    status: filing.required("status"),
  };
}

export function toPolicy(policy: Reader): Policy {
  return {
    ...policy.entry,
    file: policy.required("file"),
    url: policy.text("url"),
    version: policy.text("version"),
    effective: policy.text("effective"),
    clauses: policy.dictionary("clauses"),
  };
}

export function toSubject(subject: Reader): Subject {
  return {
    ...subject.entry,
    title: subject.text("title"),
    kind: subject.required("kind"),
    clause: subject.text("clause"),
    citizenship: subject.texts("citizenship"),
    count: subject.number("count"),
  };
}

export function toMinors(minors: Reader): Minors {
  return {
    ...minors.entry,
    audience: minors.required("audience"),
    minAge: minors.number("minAge"),
    gate: minors.text("gate"),
  };
}

export function toEvidence(measure: Reader): EvidenceEntry {
  return {
    ...measure.entry,
    clause: measure.text("clause"),
    evidence: measure.required("evidence"),
    owner: measure.text("owner"),
    reviewed: measure.required("reviewed"),
    validFor: measure.required("validFor"),
  };
}

export function toIncidents(incidents: Reader): Incidents {
  return {
    ...incidents.entry,
    runbook: incidents.required("runbook"),
    regulatorInitial: incidents.text("regulatorInitial"),
    regulatorFollowUp: incidents.text("regulatorFollowUp"),
    gdpr: incidents.text("gdpr"),
  };
}

export function toAuditSettings(audit: Reader): AuditSettings {
  return {
    include: audit.texts("include"),
    exclude: audit.texts("exclude"),
    failOn: audit.text("failOn"),
    language: audit.text("language"),
    rules: audit.record("rules", toRuleSetting),
    dataTypes: audit.texts("dataTypes"),
    recipients: audit.texts("recipients"),
    rulesFrom: audit.texts("rulesFrom"),
  };
}

function toRuleSetting(setting: Reader): RuleSetting {
  return {
    ...setting.entry,
    severity: setting.text(Reader.wordKey) ?? setting.required("severity"),
    because: setting.text("because"),
  };
}
