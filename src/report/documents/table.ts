import type { Draft } from "./document.js";
import type { Drafting } from "./drafting.js";

/** What the list of reports says of a document. How it is drafted is loaded when it is the one that was asked for. */
export interface DocumentEntry {
  readonly summary: string;
  /** What it cannot do without, beside a result. */
  readonly needs?: "previous" | "subject";
  readonly load: () => Promise<(draft: Drafting) => Draft>;
}

export const documents = {
  ropa: {
    summary: "record of processing activities of a controller, GDPR art. 30(1)",
    load: async () => (await import("./kinds/ropa.js")).ropa,
  },
  "ropa-processor": {
    summary: "record of processing of a processor, GDPR art. 30(2)",
    load: async () => (await import("./kinds/ropa-processor.js")).ropaProcessor,
  },
  rkn: {
    summary: "notification of the regulator, 152-FZ art. 22, order 180",
    load: async () => (await import("./kinds/rkn.js")).rkn,
  },
  "rkn-change": {
    summary: "notice of what changed since a notification; needs --previous, the result it was filed by",
    needs: "previous",
    load: async () => (await import("./kinds/rkn-change.js")).rknChange,
  },
  "data-list": {
    summary: "list of the personal data that are processed",
    load: async () => (await import("./kinds/data-list.js")).dataList,
  },
  systems: {
    summary: "list of information systems of personal data",
    load: async () => (await import("./kinds/systems.js")).systems,
  },
  "policy-matrix": {
    summary: "purpose by category, subject, basis, term and recipient: what a policy discloses",
    load: async () => (await import("./kinds/policy-matrix.js")).policyMatrix,
  },
  transfers: {
    summary: "register of recipients and cross-border transfers",
    load: async () => (await import("./kinds/transfers.js")).transfers,
  },
  cookies: {
    summary: "cookie table",
    load: async () => (await import("./kinds/cookies.js")).cookies,
  },
  special: {
    summary: "register of special categories with their exemptions",
    load: async () => (await import("./kinds/special.js")).special,
  },
  "destruction-act": {
    summary: "form of the act of destruction, order 179",
    load: async () => (await import("./kinds/destruction-act.js")).destructionAct,
  },
  "destruction-log": {
    summary: "form of the export from the log of destruction, order 179",
    load: async () => (await import("./kinds/destruction-log.js")).destructionLog,
  },
  "protection-level": {
    summary: "protection levels of Decree 1119 with the reasoning",
    load: async () => (await import("./kinds/protection-level.js")).protectionLevel,
  },
  "access-answer": {
    summary: "answer to a data subject's request; needs --subject, their kind in the map",
    needs: "subject",
    load: async () => (await import("./kinds/access-answer.js")).accessAnswer,
  },
  protocol: {
    summary: "protocol of the audit, to be signed",
    load: async () => (await import("./kinds/protocol.js")).protocol,
  },
} as const satisfies Record<string, DocumentEntry>;

export type DocumentName = keyof typeof documents;
