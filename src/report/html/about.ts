import { formatPlace, type AuditResult, type Finding, type Place } from "../../model/index.js";
import type { PageFinding } from "./page-data.js";

/** Tells what findings are about: fields of the inventory, and entries of the map by section. */
export type About = (finding: Finding) => PageFinding["about"];

/** Keys under which checks name entries of the map, by the section that these are of. */
const SECTIONS = {
  purposes: ["purpose", "purposes"],
  categories: ["category", "categories"],
  recipients: ["recipient", "id"],
  stores: ["store"],
  subjects: [],
} as const satisfies Record<Exclude<keyof PageFinding["about"], "fields">, readonly string[]>;

type Section = keyof typeof SECTIONS;

export function aboutOf(result: AuditResult): About {
  const rows = new Map(result.inventory.map((row) => [row.id, row]));
  const byPlace = new Map(result.inventory.map((row) => [formatPlace(row), row.id]));
  const sinks = new Map(
    result.flows.map(({ sink, data }) => [formatPlace(sink.place), data.flatMap(({ field }) => field ?? [])]),
  );
  const ids = idsOf(result);

  return (finding) => {
    const places: Place[] = [
      ...(finding.place ? [finding.place] : []),
      ...(finding.related ?? []).map(({ place }) => place),
    ];
    const fields = new Set([
      ...[finding.subject, ...strings(finding, ["field", "fields"])].filter((id) => rows.has(id)),
      ...places.flatMap((place) => byPlace.get(formatPlace(place)) ?? []),
      ...(finding.place ? (sinks.get(formatPlace(finding.place)) ?? []) : []),
    ]);
    const own = [...fields].map((id) => rows.get(id)!);
    const named = (section: Section): string[] => [
      ...strings(finding, SECTIONS[section]),
      ...entryOf(finding.subject, section, ids),
    ];
    const listed = (section: Section, more: readonly string[]): string[] =>
      [...new Set([...named(section), ...more])].filter((id) => ids[section].has(id));
    return {
      fields: [...fields],
      purposes: listed(
        "purposes",
        own.flatMap(({ purposes }) => purposes),
      ),
      categories: listed(
        "categories",
        own.flatMap(({ category }) => category ?? []),
      ),
      subjects: listed(
        "subjects",
        own.flatMap(({ subjects }) => subjects),
      ),
      recipients: listed("recipients", [finding.subject]),
      stores: listed(
        "stores",
        own.flatMap(({ stores }) => stores),
      ),
    };
  };
}

/** `purposes.account contract` is about the entry `account` of the purposes. */
function entryOf(subject: string, section: Section, ids: Record<Section, ReadonlySet<string>>): string[] {
  if (!subject.startsWith(`${section}.`)) return [];
  const rest = subject.slice(section.length + 1);
  return [rest, rest.split(/[ .[]/)[0]!].filter((id) => ids[section].has(id)).slice(0, 1);
}

function strings({ data = {} }: Finding, keys: readonly string[]): string[] {
  return keys
    .flatMap((key) => (Object.hasOwn(data, key) ? [data[key]!] : []))
    .flatMap((value) => (typeof value === "number" ? [] : value));
}

function idsOf({ declared, recipients, inventory, flows }: AuditResult): Record<Section, Set<string>> {
  const of = (section: "purposes" | "categories" | "subjects" | "stores" | "recipients"): string[] =>
    (declared?.[section] ?? []).map(({ id }) => id);
  return {
    purposes: new Set(of("purposes")),
    categories: new Set([...of("categories"), ...inventory.flatMap(({ category }) => category ?? [])]),
    subjects: new Set(of("subjects")),
    stores: new Set(of("stores")),
    recipients: new Set([
      ...of("recipients"),
      ...recipients.map(({ id }) => id),
      ...flows.flatMap(({ sink }) => sink.recipient ?? []),
    ]),
  };
}
