import { isCollection, isMap, isScalar, type Node, type Scalar } from "yaml";
import { flowList, scalar } from "../write-yaml.js";
import type { EntryAddition } from "./edits.js";

/** How the entries of a list are written, so that a new one looks like its neighbours. */
export interface EntryStyle {
  readonly flow: boolean;
  /** Whether braces are padded: `{ a: 1 }`. */
  readonly padded: boolean;
  /** Between the dash and what follows. */
  readonly gap: string;
}

export const DRAFT_STYLE: EntryStyle = { flow: true, padded: true, gap: " " };

export function styleOf(node: Node, text: string, start: number): EntryStyle {
  const flow = isMap(node) ? node.flow === true : true;
  const [from] = node.range!;
  const between = text.slice(start + 1, from);
  return {
    flow,
    padded: !flow || !isCollection(node) || /^\{\s/.test(text.slice(from, from + 2)),
    gap: /^ +$/.test(between) ? between : " ",
  };
}

/** An entry as text, from behind the dash, without a line break at the end. */
export function writeEntry(
  { match, category, question }: EntryAddition,
  { flow, padded, gap }: EntryStyle,
  indent: string,
  lineBreak: string,
): string {
  const pairs = [
    ["match", match.length === 1 ? scalar(match[0]!) : flowList(match)],
    ...(category === null ? [] : [["category", scalar(category)]]),
    ["purposes", "[]"],
  ].map(([key, value]) => `${key}: ${value}`);
  const comment = question === "" ? "" : ` # ${question}`;
  if (flow) return `${padded ? "{ " : "{"}${pairs.join(", ")}${padded ? " }" : "}"}${comment}`;
  return pairs.join(lineBreak + indent + " ".repeat(gap.length + 1)) + comment;
}

/** A selector in the quotes of the one it replaces. */
export function requote(to: string, { type }: Scalar, inFlow: boolean): string {
  if (type === "QUOTE_SINGLE") return `'${to.replaceAll("'", "''")}'`;
  if (type === "QUOTE_DOUBLE") return JSON.stringify(to);
  const bare = scalar(to);
  if (bare === to) return to;
  // Outside of brackets a plain word may hold more than `scalar` leaves bare: `prisma:User.phone`, `a/b.ts#User.phone`.
  return !inFlow && /^[\p{L}\p{N}_][\p{L}\p{N}_./@:#[\]()-]*$/u.test(to) && !/: | #|:$/.test(to) && /[/:#[(]/.test(to)
    ? to
    : bare;
}

export function isPlainText(node: unknown): node is Scalar<string> {
  return isScalar(node) && typeof node.value === "string" && node.range !== undefined;
}
