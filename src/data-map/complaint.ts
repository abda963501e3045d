import { comparePlaces, compareText, formatPlace, type Language, type Place } from "../model/index.js";
import { nounsOf } from "./complaint-nouns.js";
import { complaintWords, type ComplaintKind } from "./complaint-words.js";

/** Something wrong with the map, as data; `formatComplaints` finds the words. */
export interface Complaint {
  readonly kind: ComplaintKind;
  readonly place: Place;
  /** Where in the map, for people: `purposes.account.bases[0]`; empty for the file as a whole. */
  readonly path: string;
  /** Values for the placeholders of the words. */
  readonly data: Readonly<Record<string, string>>;
  /** The right key or value that comes nearest, or null. */
  readonly nearest: string | null;
  /** The other place concerned: the first of two equal keys, the anchor of an alias. */
  readonly related: Place | null;
}

/** The map cannot be used. Carries everything that is wrong with it, ordered by place. */
export class DataMapError extends Error {
  readonly complaints: readonly Complaint[];

  constructor(complaints: readonly Complaint[]) {
    const ordered = [...complaints].sort(
      (a, b) => comparePlaces(a.place, b.place) || compareText(a.path, b.path) || compareText(a.kind, b.kind),
    );
    super(formatComplaints(ordered, "en"));
    this.name = "DataMapError";
    this.complaints = ordered;
  }
}

export interface ComplaintText {
  /** What is wrong. */
  readonly problem: string;
  /** What was expected; empty where the problem says it. */
  readonly expected: string;
  readonly remedy: string;
}

export function describeComplaint(complaint: Complaint, language: Language): ComplaintText {
  const words = complaintWords[complaint.kind][language];
  const data = new Map(Object.entries(complaint.data).map(([name, value]) => [name, nounsOf(value, language)]));
  if (complaint.related) data.set("related", formatPlace(complaint.related));
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (hole, name: string) => data.get(name) ?? hole);
  return { problem: fill(words.problem), expected: fill(words.expected ?? ""), remedy: fill(words.remedy) };
}

const labels = {
  en: { expected: "expected", nearest: "did you mean", remedy: "to do" },
  ru: { expected: "ожидалось", nearest: "возможно, имелось в виду", remedy: "что делать" },
} satisfies Record<Language, Record<string, string>>;

/** All complaints as text: one paragraph each, beginning with `file:line:column`. */
export function formatComplaints(complaints: readonly Complaint[], language: Language): string {
  return complaints.map((complaint) => formatComplaint(complaint, language)).join("\n");
}

function formatComplaint(complaint: Complaint, language: Language): string {
  const { problem, expected, remedy } = describeComplaint(complaint, language);
  const label = labels[language];
  const lines = [[formatPlace(complaint.place), complaint.path, problem].filter(Boolean).join(": ")];
  if (expected) lines.push(`  ${label.expected}: ${expected}`);
  if (complaint.nearest !== null) lines.push(`  ${label.nearest}: ${complaint.nearest}`);
  lines.push(`  ${label.remedy}: ${remedy}`);
  return lines.join("\n");
}
