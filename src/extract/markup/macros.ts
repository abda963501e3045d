import type { Range } from "../source-text.js";
import { wordsOf, type Attribute, type Element } from "./element.js";
import type { TemplateTag } from "./template-tags.js";

/** Words of macros and helpers that put an input on the page: `govukInput({…})`, `{{input name="email"}}`, `{{text-field …}}`. */
const INPUT_WORD =
  /^(?:input|select|textarea|text|field|checkbox|checkboxes|radio|radios|date|password|email|phone|upload|picker|autocomplete|count)$/;
const CALL = /^[=~-]?\s*([A-Za-z][\w.-]*)\s*\(\s*\{/;
const HELPER = /^[~]?\s*(?:#)?([A-Za-z][\w-]*(?:[:/][\w-]+)*)\s+[\w@-]+=/;
const MEMBER =
  /\b(name|id|idPrefix|namePrefix|type|autocomplete|placeholder|label)\s*[:=]\s*(?:(["'])((?:(?!\2)[^\\\n])*)\2|([\w.]+))/g;
const LABEL = /\b(?:label|legend)\s*:\s*\{\s*(?:text|html)\s*:\s*(?:\w+\(\s*)?(["'])((?:(?!\1)[^\\\n])*)\1/;
const LONGEST = 20_000;

/** Inputs that a macro or helper puts, as elements with the attributes it is given. */
export function macroElements(tags: readonly TemplateTag[], elements: readonly Element[]): Element[] {
  const forms = elements.filter(({ tag }) => tag.toLowerCase() === "form");
  return tags.flatMap(({ range, code }): Element[] => {
    if (code.length > LONGEST) return [];
    const tag = (CALL.exec(code) ?? HELPER.exec(code))?.[1];
    if (!tag || !wordsOf(tag).some((word) => INPUT_WORD.test(word))) return [];
    const start = code.indexOf(tag);
    const offset = range[0] + markLength(code, range);
    const attributes = attributesOf(code, offset);
    if (!attributes.some(({ name }) => name === "name" || name === "value")) return [];
    const at: Range = [offset + start, offset + start + tag.length];
    const parent = forms.findLast((form) => form.range[0] <= at[0] && at[1] <= form.range[1]) ?? null;
    return [{ tag: `${tag}-input`, tagRange: at, range, attributes, children: [], text: "", parent, scope: null }];
  });
}

function markLength(code: string, [start, end]: Range): number {
  return (end - start - code.length) >> 1;
}

function attributesOf(code: string, offset: number): Attribute[] {
  const found = new Map<string, Attribute>();
  for (const match of code.matchAll(MEMBER)) {
    const [whole, key = "", quote, text, path] = match;
    const name = key === "namePrefix" || key === "idPrefix" ? (key === "namePrefix" ? "name" : "id") : key;
    if (found.has(name) || (text === undefined && path === undefined)) continue;
    const value = text ?? path!;
    const at = offset + match.index + whole.length - value.length - (quote ? 1 : 0);
    found.set(name, {
      name,
      value: quote ? value : null,
      ...(!quote && { expression: value }),
      range: [offset + match.index, offset + match.index + whole.length],
      valueRange: [at, at + value.length],
    });
  }
  const label = LABEL.exec(code);
  if (label) {
    const at: Range = [offset + label.index, offset + label.index + label[0].length];
    found.set("label", { name: "label", value: label[2]!, range: at, valueRange: at });
  }
  return [...found.values()];
}
