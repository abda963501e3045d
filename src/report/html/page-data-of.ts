import { compareText, type AuditResult, type Catalog, type InventoryRow } from "../../model/index.js";
import { evidenceWords } from "../evidence.js";
import type { ReportInput } from "../kinds.js";
import { aboutOf } from "./about.js";
import { compareResults, type Compared } from "./changes.js";
import { pageFindings, pageRules, pageSuppressed } from "./findings.js";
import type { PageData, PageField, PageFlow, PageRecipient } from "./page-data.js";
import { placer } from "./quote.js";
import { inBoth, pair, TextTable } from "./texts.js";

/** Places listed of a thing that the code mentions often. */
const MENTIONS = 12;

/** What the page shows of a result. */
export function pageDataOf({ result, previous, changes, catalog, language, texts }: ReportInput): PageData {
  const table = new TextTable();
  const place = placer(texts);
  const making = { catalog, table, place };
  const compared = compareResults({ result, previous, changes }, making);
  const mapFiles = new Set(result.declared?.files ?? (result.map === null ? [] : [result.map]));
  const findings = pageFindings(result.findings, making, {
    mapFiles,
    isFresh: compared.isFreshFinding,
    about: aboutOf(result),
  });
  const suppressed = pageSuppressed(result.suppressed, making);
  const fields = result.inventory.map((row) => pageField(row, compared, table));
  const { scope, comparison } = result;
  return {
    tool: `${result.tool.name} ${result.tool.version}`,
    language,
    date: result.date,
    map: result.map,
    declared: declaredIn(result),
    files: scope.files,
    analysed: scope.analysed,
    skipped: scope.skipped,
    coverage: result.coverage,
    findings,
    known: comparison && {
      count: comparison.known.length,
      since: comparison.with.kind === "baseline" ? comparison.with.file : comparison.with.reference,
    },
    suppressed,
    ...pageRules(
      [...result.findings, ...result.suppressed.map(({ finding }) => finding)].map(({ rule }) => rule),
      catalog,
    ),
    dataTypes: dataTypes(result, catalog),
    fields,
    recipients: recipients(result, catalog, place),
    storesInCode: result.storesInCode.map(({ evidence, ...store }) => ({
      ...store,
      places: evidence.slice(0, MENTIONS).map((each) => place(each.place)),
    })),
    cookies: result.cookies.map(({ name, recipient, places }) => ({
      name,
      recipient,
      places: places.slice(0, MENTIONS).map(place),
    })),
    flows: result.flows.map(({ sink, data }): PageFlow => ({
      kind: sink.kind,
      recipient: sink.recipient,
      callee: sink.callee,
      place: place(sink.place),
      data: data.map(({ field, name, dataType }) => ({ field, name, dataType })),
    })),
    changes: compared.changes,
    texts: table.texts,
  };
}

/** Sections that the page shows in another form, or not at all. */
const LEFT_OUT: readonly string[] = ["recipients", "security", "organisation", "components"];

function declaredIn({ declared }: AuditResult): PageData["declared"] {
  if (!declared) return null;
  const shown = Object.entries(declared).filter(([section]) => !LEFT_OUT.includes(section));
  return Object.fromEntries(shown) as unknown as PageData["declared"];
}

function pageField(row: InventoryRow, { isFreshField }: Compared, table: TextTable): PageField {
  const { id, owner, source, file, line, kind, dataType, category, special, confidence, entry, notPersonal } = row;
  const { purposes, subjects, retention, stores } = row;
  return {
    ...{ id, owner, source, file, line, kind, dataType, category, special, confidence, entry, notPersonal },
    ...{ purposes, subjects, retention, stores },
    fresh: isFreshField(id),
    evidence: row.evidence
      .filter(({ weight }) => weight > 0)
      .map((evidence) => table.add(inBoth((words) => evidenceWords(evidence, words)))),
  };
}

function dataTypes({ inventory, flows }: AuditResult, catalog: Catalog): PageData["dataTypes"] {
  const ids = new Set([...inventory, ...flows.flatMap(({ data }) => data)].map(({ dataType }) => dataType));
  return [...ids].sort(compareText).map((id) => ({
    id,
    title: pair(catalog.dataTypes.get(id)?.title ?? { en: id, ru: id }),
  }));
}

/** Third parties that the map declares, that the code mentions, or that data are seen to reach. */
function recipients(result: AuditResult, catalog: Catalog, place: ReturnType<typeof placer>): PageRecipient[] {
  const declared = new Map(result.declared?.recipients.map((recipient) => [recipient.id, recipient]));
  const found = new Map(result.recipients.map((recipient) => [recipient.id, recipient.mentions]));
  const reached = result.flows.flatMap(({ sink }) => sink.recipient ?? []);
  return [...new Set([...declared.keys(), ...found.keys(), ...reached])].sort(compareText).map((id) => {
    const known = catalog.recipients.get(id);
    const own = declared.get(id) ?? null;
    const mentions = found.get(id) ?? [];
    return {
      id,
      title: pair(known?.title ?? { en: own?.name ?? id, ru: own?.name ?? id }),
      vendor: own?.name ?? own?.vendor ?? known?.vendor ?? null,
      country: own?.country ?? known?.country ?? null,
      kind: known?.kind ?? null,
      declared: own,
      mentions: mentions.slice(0, MENTIONS).map((mention) => ({ ...mention, place: place(mention.place) })),
      mentioned: mentions.length,
    };
  });
}
