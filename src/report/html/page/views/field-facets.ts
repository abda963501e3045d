import type { PageField } from "../../page-data.js";
import { isDeclared, type Model } from "../model.js";
import type { Facet } from "../parts/facets.js";

/** Ways to choose among fields. */
export function fieldFacets(model: Model): readonly Facet<PageField>[] {
  return [
    {
      key: "type",
      label: "column.type",
      values: ({ dataType }) => [dataType],
      title: (value, { of }) => of(model.dataTypes.get(value) ?? [value, value]),
    },
    {
      key: "category",
      label: "facet.category",
      values: ({ category }) => (category === null ? [] : [category]),
      title: (value, { category }) => category(value),
      none: "none",
    },
    {
      key: "special",
      secondary: true,
      label: "facet.special",
      values: ({ special }) => (special === null ? [] : [special]),
      title: (value, { words }) => words.say(`special.${value as NonNullable<PageField["special"]>}`),
      none: "special.none",
    },
    {
      key: "purpose",
      label: "facet.purpose",
      values: ({ purposes }) => purposes,
      title: (value) => model.titleOf("purposes", value),
      none: "none",
    },
    {
      key: "subject",
      secondary: true,
      label: "facet.subject",
      values: ({ subjects }) => subjects,
      title: (value) => model.titleOf("subjects", value),
      none: "none",
    },
    {
      key: "store",
      secondary: true,
      label: "facet.store",
      values: ({ stores }) => stores,
      title: (value) => model.titleOf("stores", value),
      none: "none",
    },
    {
      key: "retention",
      secondary: true,
      label: "facet.retention",
      values: ({ retention }) => retention,
      title: (value) => value,
      none: "none",
    },
    {
      key: "kind",
      secondary: true,
      label: "column.kind",
      values: ({ kind }) => [kind],
      title: (value, { term }) => term("place", value),
    },
    {
      key: "declared",
      label: "facet.declared",
      values: (field) => [isDeclared(field) ? "yes" : "no"],
      title: (value, { say }) => say(value === "yes" ? "declared.yes" : "declared.no"),
    },
    ...(model.data.changes
      ? [
          {
            key: "fresh",
            secondary: true,
            label: "facet.fresh",
            values: ({ fresh }: PageField) => [fresh ? "new" : "old"],
            title: (value, { say }) => say(value === "new" ? "fresh.new" : "fresh.old"),
          } satisfies Facet<PageField>,
        ]
      : []),
  ];
}
