import type { Catalog } from "../../model/index.js";
import { elementsOf, valueOf, type Element } from "../markup/index.js";
import type { Range } from "../source-text.js";
import { scriptOf } from "./starts.js";

interface Tagged {
  readonly recipient: string;
  readonly callee: string;
  readonly at: Range;
  /** Names and values of its attributes, and the scripts that the page loads before others. */
  readonly around: readonly string[];
}

/** Script and image tags of a page that load a tracker. Those whose type no browser runs wait until someone changes it. */
export function taggedTrackers(roots: readonly Element[], catalog: Catalog): Tagged[] {
  const elements = [...elementsOf({ roots })];
  const loaded = elements.flatMap((element) => (isScript(element) ? [valueOf(element, "src") ?? ""] : []));
  return elements.flatMap((element): Tagged[] => {
    const source = isScript(element) || element.tag.toLowerCase() === "img" ? valueOf(element, "src") : null;
    const recipient = source === null ? null : scriptOf(source, catalog);
    if (recipient === null || !runs(element) || within(element, "noscript")) return [];
    const own = element.attributes.flatMap(({ name, value }) => [name, value ?? ""]);
    return [{ recipient, callee: `<${element.tag}>`, at: element.tagRange, around: [...own, ...loaded] }];
  });
}

function isScript({ tag }: Element): boolean {
  return /^script$/i.test(tag);
}

function runs(element: Element): boolean {
  const type = valueOf(element, "type");
  return type === null || type === "module" || /javascript$/i.test(type);
}

function within(element: Element, tag: string): boolean {
  for (let at = element.parent; at; at = at.parent) if (at.tag.toLowerCase() === tag) return true;
  return false;
}
