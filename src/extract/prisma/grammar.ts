import { buildParser } from "@lezer/generator";
import type { LRParser } from "@lezer/lr";

/**
 * The Prisma schema language. Keywords are ordinary names: a field may be called `type` or `model`. A declaration ends with its line, so a
 * line that cannot be read harms no other; within brackets line ends mean nothing.
 */
const GRAMMAR = String.raw`
@top Schema { (Block | newline)* }

@skip { spaces | LineComment | BlockComment }

Block { Name Name "{" (member? newline)* member? "}" }
member { Field | Setting | BlockAttribute }
Field { Name Type? Attribute* }
Type { path (Arguments | ListMark | OptionalMark | RequiredMark)* }
Setting { Name "=" (String | Number | path Arguments? | List | Object) }
Attribute { "@" path Arguments? }
BlockAttribute { "@@" path Arguments? }
path { Name ("." Name)* }

@skip { spaces | newline | LineComment | BlockComment } {
  Arguments { "(" (argument ("," argument)*)? ","? ")" }
  List { "[" (value ("," value)*)? ","? "]" }
  Object { "{" (Named ("," Named)*)? ","? "}" }
  argument { Named | value }
  Named { Name ":" value }
  value { String | Number | Call | List | Object }
  Call { Name step* Arguments? }
  step { "." Name }
}

@tokens {
  spaces { $[ \t\r\uFEFF]+ }
  newline { "\n" }
  LineComment { "//" ![\n]* }
  BlockComment { "/*" blockRest }
  blockRest { ![*] blockRest | "*" blockAfterStar }
  blockAfterStar { "/" | "*" blockAfterStar | ![/*] blockRest }
  Name { $[A-Za-z_\u00a0-\ufefe] $[A-Za-z0-9_\-\u00a0-\ufefe]* }
  Number { "-"? $[0-9]+ ("." $[0-9]+)? }
  String { '"' (![\\\n"] | "\\" ![\n])* '"' }
  ListMark { "[]" }
  OptionalMark { "?" }
  RequiredMark { "!" }
  "@@" "@" "{" "}" "(" ")" "[" "]" "," ":" "." "="
}
`;

let built: LRParser | null = null;

/** Built when first asked for: most code bases have no such schema. */
export function prismaParser(): LRParser {
  return (built ??= buildParser(GRAMMAR));
}
