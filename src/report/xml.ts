import { create } from "xmlbuilder2";
import { escapeTerminal } from "./escape/terminal.js";

/** An element as attributes and children; text goes into a child of its own. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children?: readonly Element[];
  readonly text?: string;
}

/** An XML document, indented. What no XML may hold, and what no reader could see, is shown as `\u{1b}`. */
export function toXml(root: Element): string {
  const document = create({ version: "1.0", encoding: "UTF-8" });
  append(document, root);
  return `${document.end({ prettyPrint: true })}\n`;
}

function append(parent: ReturnType<typeof create>, { name, attributes, children = [], text }: Element): void {
  const element = parent.ele(name);
  for (const [key, value] of Object.entries(attributes)) element.att(key, escapeTerminal(String(value)));
  for (const child of children) append(element, child);
  if (text !== undefined) element.txt(text.split("\n").map(escapeTerminal).join("\n"));
}
