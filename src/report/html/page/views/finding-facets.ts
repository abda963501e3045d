import type { PageFinding } from "../../page-data.js";
import type { Model } from "../model.js";
import { themeOf } from "../model.js";
import type { Facet } from "../parts/facets.js";

/** Ways to choose among findings. */
export function findingFacets(model: Model): readonly Facet<PageFinding>[] {
  const about =
    (section: "purposes" | "categories" | "subjects" | "recipients" | "stores") =>
    (finding: PageFinding): readonly string[] =>
      finding.about[section];
  return [
    {
      key: "severity",
      label: "facet.severity",
      values: ({ severity }) => [severity],
      title: (value, { say }) => say(`severity.${value as PageFinding["severity"]}`),
      order: ["error", "warning", "note"],
    },
    {
      key: "theme",
      label: "facet.theme",
      values: ({ rule }) => [themeOf(rule)],
      title: (value, { term }) => term("theme", value),
    },
    {
      key: "rule",
      secondary: true,
      label: "facet.rule",
      values: ({ rule }) => [rule],
      title: (value, { of }) => of(model.rules.get(value)?.title ?? [value, value]),
    },
    {
      key: "actor",
      label: "facet.actor",
      values: ({ actor }) => [actor],
      title: (value, { say }) => say(`actor.${value as PageFinding["actor"]}`),
    },
    ...(model.data.changes
      ? [
          {
            key: "fresh",
            label: "facet.fresh",
            values: ({ fresh }: PageFinding) => [fresh ? "new" : "old"],
            title: (value, { say }) => say(value === "new" ? "fresh.new" : "fresh.old"),
          } satisfies Facet<PageFinding>,
        ]
      : []),
    {
      key: "purpose",
      label: "facet.purpose",
      values: about("purposes"),
      title: (value) => model.titleOf("purposes", value),
    },
    {
      key: "category",
      secondary: true,
      label: "facet.category",
      values: about("categories"),
      title: (value, { category }) => category(value),
    },
    {
      key: "subject",
      secondary: true,
      label: "facet.subject",
      values: about("subjects"),
      title: (value) => model.titleOf("subjects", value),
    },
    {
      key: "recipient",
      label: "facet.recipient",
      values: about("recipients"),
      title: (value, { of }) => of(model.recipients.get(value)?.title ?? [value, value]),
    },
    {
      key: "store",
      secondary: true,
      label: "facet.store",
      values: about("stores"),
      title: (value) => model.titleOf("stores", value),
    },
    {
      key: "clause",
      secondary: true,
      label: "facet.clause",
      values: ({ clauses }) => clauses,
      title: (value) => value,
    },
    {
      key: "regime",
      secondary: true,
      label: "facet.regime",
      values: ({ articles }) => [...new Set(articles.map(({ regime }) => regime))],
      title: (value, { words }) => words.say(value === "gdpr" ? "regime.gdpr" : "regime.152-fz"),
    },
  ];
}
