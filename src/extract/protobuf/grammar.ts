import { buildParser } from "@lezer/generator";
import type { LRParser } from "@lezer/lr";

/**
 * Protocol Buffers, proto2, proto3 and editions. Keywords are ordinary names, since a field may be called `message`; which statement it is
 * shows in its shape. What cannot be read up to a semicolon harms nothing else.
 */
const GRAMMAR = String.raw`
@top File { item* }

@skip { spaces | LineComment | BlockComment }

item { Message | Enum | Service | Extend | Statement | ";" }

Message { kw<"message"> Name "{" member* "}" }
Extend { kw<"extend"> Path "{" member* "}" }
member { Field | MapField | OneOf | Group | Message | Enum | Extend | Reserved | Option | ";" }

Field { Label? Path Name "=" Number Options? ";" }
Label { kw<"optional"> | kw<"required"> | kw<"repeated"> }
MapField { kw<"map"> "<" Path "," Path ">" Name "=" Number Options? ";" }
Group { Label? kw<"group"> Name "=" Number Options? "{" member* "}" }
OneOf { kw<"oneof"> Name "{" (Field | Group | Option | ";")* "}" }
Reserved { (kw<"reserved"> | kw<"extensions">) (Number | String | Name | "," | "-")* Options? ";" }
Option { kw<"option"> optionName "=" constant ";" }

Enum { kw<"enum"> Name "{" (EnumValue | Option | Reserved | ";")* "}" }
EnumValue { Name "=" "-"? Number Options? ";" }

Service { kw<"service"> Name "{" (Rpc | Option | ";")* "}" }
Rpc { kw<"rpc"> Name "(" kw<"stream">? Path ")" kw<"returns"> "(" kw<"stream">? Path ")" (";" | "{" (Option | ";")* "}") }

Statement { (kw<"syntax"> | kw<"edition">) "=" String ";" | kw<"package"> Path ";" | kw<"import"> (kw<"public"> | kw<"weak">)? String ";" | Option }

Options { "[" (option ("," option)*)? "]" }
option { optionName "=" constant }
optionName { optionPart ("." optionPart)* }
optionPart { Name | "(" Path ")" }
constant { "-"? Number | String+ | "-"? Path | Aggregate | List }
Aggregate { "{" (aggregateField (","| ";")?)* "}" }
aggregateField { (Name | "[" aggregatePath "]") ":"? constant }
aggregatePath { Path ("/" Path)* }
List { "[" (constant ("," constant)*)? "]" }

Path { "."? Name ("." Name)* }
Name { word }
kw<term> { @extend[@name={term}]<word, term> }

@tokens {
  spaces { $[ \t\r\n\uFEFF]+ }
  LineComment { "//" ![\n]* }
  BlockComment { "/*" blockRest }
  blockRest { ![*] blockRest | "*" blockAfterStar }
  blockAfterStar { "/" | "*" blockAfterStar | ![/*] blockRest }
  word { $[A-Za-z_] $[A-Za-z0-9_]* }
  Number { $[0-9] $[0-9A-Za-z.+]* }
  String { '"' (![\\\n"] | "\\" ![\n])* '"' | "'" (![\\\n'] | "\\" ![\n])* "'" }
  "{" "}" "(" ")" "[" "]" "<" ">" "," ";" ":" "." "=" "-" "/"
  @precedence { LineComment, BlockComment, "/" }
}
`;

let built: LRParser | null = null;

/** Built when first asked for: most code bases have no such contract. */
export function protobufParser(): LRParser {
  return (built ??= buildParser(GRAMMAR, { warn: () => undefined }));
}
