import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type ParsedNode, type Scalar } from "yaml";
import type { Place } from "../model/index.js";
import { complain, quote } from "./complain.js";
import type { Complaint } from "./complaint.js";
import { joinPath, type Located, type LocatedEntry, type LocatedScalar } from "./located.js";
import type { ParsedYaml } from "./parse-yaml.js";

/** Values that aliases may add to a map. */
const maximumAliased = 100_000;

export interface LocatedYaml {
  readonly root: Located;
  readonly complaints: readonly Complaint[];
}

/**
 * Turns a YAML document into values that know their places. Keys are text, as written. Aliases are resolved by sharing, and counted, so
 * that none can blow up; a key that occurs twice, merge keys and keys that are no words are complained of.
 */
export function locate({ document, placeAt }: ParsedYaml): LocatedYaml {
  const locator = new Locator(placeAt);
  const root = locator.node(document.contents as ParsedNode | null, "", placeAt(0));
  return { root, complaints: locator.complaints };
}

interface Anchored {
  readonly value: Located;
  readonly size: number;
}

class Locator {
  readonly complaints: Complaint[] = [];
  private readonly placeAt: (offset: number) => Place;
  private readonly anchors = new Map<string, Anchored>();
  private readonly open = new Set<string>();
  /** Values seen so far, those behind aliases counted anew each time. */
  private size = 0;
  private aliased = 0;

  constructor(placeAt: (offset: number) => Place) {
    this.placeAt = placeAt;
  }

  node(node: Node | null, path: string, fallback: Place): Located {
    if (!node) return nothing(fallback, path);
    if (isAlias(node)) return this.alias(node.source, this.placeOf(node, fallback), path);
    const anchor = "anchor" in node ? node.anchor : undefined;
    const before = this.size;
    if (anchor) this.open.add(anchor);
    const value = this.collectionOrScalar(node, path, this.placeOf(node, fallback));
    if (anchor) {
      this.open.delete(anchor);
      this.anchors.set(anchor, { value, size: this.size - before });
    }
    return value;
  }

  private collectionOrScalar(node: Node, path: string, place: Place): Located {
    this.size += 1;
    if (isMap(node)) return { kind: "map", place, path, entries: this.entries(node.items, path) };
    if (isSeq(node)) {
      const items = node.items.map((item, index) => this.node(item as Node, `${path}[${index}]`, place));
      return { kind: "list", place, path, items };
    }
    return isScalar(node) ? this.scalar(node, path, place) : nothing(place, path);
  }

  private entries(pairs: readonly Pair[], path: string): Map<string, LocatedEntry> {
    const entries = new Map<string, LocatedEntry>();
    for (const { key, value } of pairs) {
      const keyPlace = this.placeOf(key as Node, this.placeAt(0));
      const name = this.keyName(key as Node, path, keyPlace);
      if (name === null) continue;
      const at = joinPath(path, name);
      const located = this.node(value as Node | null, at, keyPlace);
      const first = entries.get(name);
      if (first)
        this.complaints.push(
          complain("duplicate-key", keyPlace, at, { key: quote(name) }, { related: first.keyPlace }),
        );
      else entries.set(name, { keyPlace, value: located });
    }
    return entries;
  }

  private keyName(key: Node, path: string, place: Place): string | null {
    if (isScalar(key) && (typeof key.value !== "object" || key.source)) {
      const name = sourceOf(key);
      if (name !== "<<" || key.type !== "PLAIN") return name;
      this.complaints.push(complain("merge-key", place, path));
    } else this.complaints.push(complain("complex-key", place, path, { actual: describeKey(key) }));
    return null;
  }

  private alias(name: string, place: Place, path: string): Located {
    const target = this.anchors.get(name);
    if (!target) {
      this.complaints.push(
        complain(this.open.has(name) ? "alias-loop" : "unknown-anchor", place, path, { name: quote(name) }),
      );
      return nothing(place, path);
    }
    const wasWithin = this.aliased <= maximumAliased;
    this.size += target.size;
    this.aliased += target.size;
    if (this.aliased <= maximumAliased) return target.value;
    if (wasWithin) this.complaints.push(complain("alias-bomb", place, path, { limit: String(maximumAliased) }));
    return nothing(place, path);
  }

  private scalar(node: Scalar, path: string, place: Place): LocatedScalar {
    const { value } = node;
    const source = sourceOf(node);
    const simple = value === null || ["string", "number", "boolean"].includes(typeof value);
    return { kind: "scalar", place, path, source, value: simple ? (value as LocatedScalar["value"]) : source };
  }

  private placeOf(node: Node | null, fallback: Place): Place {
    return node?.range ? this.placeAt(node.range[0]) : fallback;
  }
}

function nothing(place: Place, path: string): LocatedScalar {
  return { kind: "scalar", place, path, value: null, source: "" };
}

function sourceOf(node: Scalar): string {
  return typeof node.value === "string" ? node.value : (node.source ?? String(node.value));
}

function describeKey(key: Node | null): string {
  if (isMap(key)) return "@mapping";
  if (isSeq(key)) return "@list";
  return isAlias(key) ? "@alias" : "@nothing";
}
