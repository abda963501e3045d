import type { PageField } from "../page-data.js";
import { isCounted, type Model } from "./model.js";
import type { ItemKind } from "./route.js";
import type { Talk } from "./talk.js";

export type Stage = "collected" | "datum" | "record" | "store" | "recipient" | "leak";

export interface PathNode {
  readonly id: string;
  readonly stage: Stage;
  readonly title: string;
  readonly note: string;
  /** What a link on it leads to. */
  readonly link: { readonly kind: ItemKind; readonly id: string } | null;
}

export interface PathEdge {
  readonly from: string;
  readonly to: string;
  /** Seen in the code, or only allowed by the map. */
  readonly seen: boolean;
}

export interface PathGraph {
  readonly nodes: readonly PathNode[];
  readonly edges: readonly PathEdge[];
}

/** Records of one stage that are drawn one by one; the others are drawn together. */
const MOST = 10;

/** Sinks that are no third party: data that reach them have got out of hand. */
const LEAKS = new Set(["log", "error-tracker", "language-model", "url", "web-storage", "cookie", "file", "queue"]);

/** The way of one kind of data: where it is collected, in which records and stores it is kept, and whom it reaches. */
export function pathGraph(dataType: string, model: Model, talk: Talk): PathGraph {
  const nodes = new Map<string, PathNode>();
  const edges = new Map<string, PathEdge>();
  const fields = model.data.fields.filter((field) => field.dataType === dataType && isCounted(field));
  const node = (each: PathNode): string => {
    if (!nodes.has(each.id)) nodes.set(each.id, each);
    return each.id;
  };
  const edge = (from: string, to: string, seen: boolean): void => {
    const id = `${from}\n${to}`;
    if (seen || !edges.has(id)) edges.set(id, { from, to, seen });
  };
  const title = talk.of(model.dataTypes.get(dataType) ?? [dataType, dataType]);
  const datum = node({
    id: "datum",
    stage: "datum",
    title,
    note: talk.say("count.fields", { n: fields.length }),
    link: null,
  });

  for (const record of recordsOf(
    fields.filter(({ kind }) => kind !== "store" && kind !== "type"),
    "collected",
    talk,
  )) {
    edge(node(record.node), datum, true);
  }
  for (const record of recordsOf(
    fields.filter(({ kind }) => kind === "store"),
    "record",
    talk,
  )) {
    edge(datum, node(record.node), true);
    for (const store of new Set(record.fields.flatMap(({ stores }) => stores))) {
      edge(record.node.id, node(storeNode(store, model, talk)), true);
    }
  }
  for (const flow of model.data.flows) {
    if (!flow.data.some((each) => each.dataType === dataType)) continue;
    if (flow.recipient !== null) edge(datum, node(recipientNode(flow.recipient, model, talk)), true);
    else if (LEAKS.has(flow.kind)) {
      const place = `${flow.place.file}:${flow.place.line}`;
      edge(
        datum,
        node({ id: `leak ${flow.kind}`, stage: "leak", title: talk.term("sink", flow.kind), note: place, link: null }),
        true,
      );
    }
  }
  for (const id of allowedRecipients(fields, model)) edge(datum, node(recipientNode(id, model, talk)), false);
  return { nodes: [...nodes.values()], edges: [...edges.values()] };
}

interface RecordOf {
  readonly node: PathNode;
  readonly fields: readonly PageField[];
}

function recordsOf(fields: readonly PageField[], stage: "collected" | "record", talk: Talk): RecordOf[] {
  const groups = new Map<string, PageField[]>();
  for (const field of fields) {
    const key = `${field.source}:${field.owner}`;
    const group = groups.get(key);
    if (group) group.push(field);
    else groups.set(key, [field]);
  }
  const all = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  // One more in its place says as much as "and one more".
  const cut = all.length > MOST + 1 ? MOST : all.length;
  const records = all.slice(0, cut).map(([key, own]): RecordOf => {
    const [first] = own;
    return {
      fields: own,
      node: {
        id: `${stage} ${key}`,
        stage,
        title: first!.owner === "" ? first!.id : key,
        note: talk.say(`place.${first!.kind}`),
        link: { kind: "field", id: first!.id },
      },
    };
  });
  const rest = all.slice(cut).flatMap(([, own]) => own);
  if (rest.length === 0) return records;
  const title = talk.words.say("none.more", { n: all.length - cut });
  return [...records, { fields: rest, node: { id: `${stage} rest`, stage, title, note: "", link: null } }];
}

function storeNode(id: string, model: Model, talk: Talk): PathNode {
  const store = model.data.declared?.stores.find((each) => each.id === id);
  return {
    id: `store ${id}`,
    stage: "store",
    title: model.titleOf("stores", id),
    note: store ? talk.country(store.country) : "",
    link: { kind: "store", id },
  };
}

function recipientNode(id: string, model: Model, talk: Talk): PathNode {
  const recipient = model.recipients.get(id);
  return {
    id: `recipient ${id}`,
    stage: "recipient",
    title: recipient ? talk.of(recipient.title) : id,
    note: recipient?.country ? talk.country(recipient.country) : talk.say("country.unknown"),
    link: recipient ? { kind: "recipient", id } : null,
  };
}

/** Third parties to which the map lets the category go for one of the purposes of the data. */
function allowedRecipients(fields: readonly PageField[], { data }: Model): string[] {
  const categories = new Set(fields.flatMap(({ category }) => category ?? []));
  const purposes = new Set(fields.flatMap((field) => field.purposes));
  const ofPurposes = new Set(
    (data.declared?.purposes ?? []).filter(({ id }) => purposes.has(id)).flatMap(({ recipients }) => recipients),
  );
  return data.recipients.flatMap(({ id, declared }) =>
    declared && ofPurposes.has(id) && (declared.categories ?? []).some((category) => categories.has(category))
      ? [id]
      : [],
  );
}
