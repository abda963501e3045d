import { useMemo } from "preact/hooks";
import type { PageField } from "../../page-data.js";
import { isCounted, isDeclared, type Model } from "../model.js";
import { Facts, Listed, Name, SeverityTag, Tag } from "../parts/bits.js";
import { chosen, remembering, type Facet } from "../parts/facets.js";
import { FilterBar } from "../parts/filter-bar.js";
import { DataTable, type Column } from "../parts/table.js";
import { itemHash } from "../route.js";
import { usePage, type PageContext, type Talk } from "../talk.js";
import { fieldFacets } from "./field-facets.js";

/** Every place in the code where personal data are collected. */
export function Fields() {
  const page = usePage();
  const { model, talk, navigation, printing } = page;
  const { params, focus } = navigation.route;
  const own = printing || navigation.route.view !== "fields" ? new URLSearchParams() : params;
  const everything = own.get("which") === "all" || focus !== null;
  const rows = useMemo(
    () => (everything ? model.data.fields : model.data.fields.filter(isCounted)),
    [model, everything],
  );
  const facets = useMemo(() => fieldFacets(model), [model]);
  const columns = useMemo(() => columnsOf(model), [model]);
  const textOf = useMemo(() => remembering((field: PageField) => searched(field, page)), [model, talk]);
  const found = useMemo(() => chosen(rows, facets, own, textOf), [rows, facets, own.toString(), textOf]);
  const doubtful = model.data.fields.length - model.data.fields.filter(isCounted).length;
  return (
    <>
      <p class="lead">{talk.say("fields.lead")}</p>
      <FilterBar rows={rows} facets={facets as readonly Facet<PageField>[]} found={found.length} />
      {doubtful > 0 && !printing && (
        <label class="check">
          <input
            type="checkbox"
            checked={everything}
            onChange={(event) => navigation.set({ which: event.currentTarget.checked ? "all" : "", page: "" })}
          />{" "}
          {talk.say("fields.doubtful", { n: doubtful })}
        </label>
      )}
      <DataTable
        caption={talk.say("view.fields")}
        rows={found}
        columns={columns}
        idOf={({ id }) => id}
        detail={(field) => <FieldDetail field={field} />}
        focus={focus}
      />
    </>
  );
}

function columnsOf(model: Model): readonly Column<PageField>[] {
  const type = ({ dataType }: PageField) => model.dataTypes.get(dataType) ?? [dataType, dataType];
  const category = ({ category: id }: PageField, talk: Talk) => (id === null ? "" : talk.category(id));
  const purposes = ({ purposes: ids }: PageField) => ids.map((id) => model.titleOf("purposes", id)).join("; ");
  return [
    {
      key: "field",
      label: "column.field",
      order: ({ id }) => id,
      cell: (field, talk) => (
        <>
          <Name name={field.id} />
          {field.fresh && <Tag kind="new">{talk.say("new")}</Tag>}
        </>
      ),
    },
    {
      key: "type",
      label: "column.type",
      order: (field, talk) => talk.of(type(field)),
      cell: (field, talk) => (
        <>
          {talk.of(type(field))}
          {field.special !== null && <Tag kind="special">{talk.words.say(`special.${field.special}`)}</Tag>}
        </>
      ),
    },
    { key: "category", label: "column.category", order: category, cell: category },
    {
      key: "purpose",
      label: "column.purpose",
      order: purposes,
      cell: (field, talk) =>
        purposes(field) || <span class="lacking">{talk.say(field.notPersonal ? "not-personal" : "not-stated")}</span>,
    },
    {
      key: "kind",
      label: "column.kind",
      order: ({ kind }, talk) => talk.say(`place.${kind}`),
      cell: ({ kind }, talk) => talk.say(`place.${kind}`),
    },
    {
      key: "findings",
      label: "column.findings",
      order: ({ id }) => model.findingsBy.fields.get(id)?.length ?? 0,
      cell: ({ id }, talk) => talk.number(model.findingsBy.fields.get(id)?.length ?? 0),
    },
  ];
}

function FieldDetail({ field }: { readonly field: PageField }) {
  const { model, talk } = usePage();
  const findings = model.findingsBy.fields.get(field.id) ?? [];
  const linked = (kind: "purpose" | "subject" | "store", section: "purposes" | "subjects" | "stores") =>
    field[section].map((id) => <a href={itemHash(kind, id)}>{model.titleOf(section, id)}</a>);
  return (
    <Facts
      facts={[
        { label: talk.say("column.place"), value: <span class="place">{`${field.file}:${field.line}`}</span> },
        { label: talk.say("field.why"), value: field.evidence.map(talk.text).join("; ") },
        { label: talk.say("field.confidence"), value: talk.words.say(`confidence.${field.confidence}`) },
        { label: talk.say("column.purpose"), value: list(linked("purpose", "purposes")) },
        { label: talk.say("field.subjects"), value: list(linked("subject", "subjects")) },
        { label: talk.say("field.stores"), value: list(linked("store", "stores")) },
        {
          label: talk.say("field.retention"),
          value: field.retention.map((id) => retentionWords(id, model, talk)).join("; "),
        },
        {
          label: talk.say("field.entry"),
          value: field.entry ?? talk.say(isDeclared(field) ? "field.declared-otherwise" : "field.undeclared"),
        },
        {
          label: talk.say("field.path"),
          value: <a href={itemHash("path", field.dataType)}>{talk.say("field.path-link")}</a>,
        },
        findings.length > 0 && {
          label: talk.say("view.findings"),
          value: (
            <ul class="plain">
              {findings.map((finding) => (
                <li key={finding.fingerprint}>
                  <SeverityTag severity={finding.severity} />{" "}
                  <a href={itemHash("finding", finding.fingerprint)}>{talk.text(finding.message)}</a>
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}

function list(items: readonly preact.ComponentChildren[]) {
  return items.length > 0 && <Listed items={items} />;
}

/** `3 years from the end of the contract, then destroyed`. */
export function retentionWords(id: string, { data }: Model, { period, term, say }: PageContext["talk"]): string {
  const rule = data.declared?.retention.find((each) => each.id === id);
  if (!rule) return id;
  const parts = [
    rule.period === null ? say("not-stated") : period(rule.period),
    rule.start === null ? "" : term("start", rule.start),
  ].filter(Boolean);
  return [parts.join(" "), rule.action === null ? "" : term("action", rule.action)].filter(Boolean).join(", ");
}

function searched(field: PageField, { model, talk }: PageContext): string {
  return [
    field.id,
    talk.of(model.dataTypes.get(field.dataType) ?? ["", ""]),
    field.category === null ? "" : talk.category(field.category),
    ...field.purposes.map((id) => model.titleOf("purposes", id)),
    field.file,
    field.special === null ? "" : talk.words.say(`special.${field.special}`),
  ].join("\n");
}
