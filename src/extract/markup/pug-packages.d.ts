// The packages that read Pug carry no types.
declare module "pug-lexer" {
  export default function lex(text: string): unknown;
}
declare module "pug-parser" {
  export default function parse(tokens: unknown): unknown;
}
