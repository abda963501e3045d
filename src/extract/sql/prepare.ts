import { SQLDialect } from "@codemirror/lang-sql";
import type { LRParser } from "@lezer/lr";

/**
 * What a tokenizer must not see is replaced by as many other characters, so that offsets stay those of the text: client commands, data
 * between statements, holes of templates, letters outside ASCII in names.
 */
export function prepareSql(text: string): string {
  return text
    .replace(/^[ \t]*\\[^\n]*/gm, blank)
    .replace(/\bFROM\s+STDIN\b[^;\n]*;[^\n]*\n[^]*?^\\\.|^[ \t]*INSERT\s+INTO\s[^\n]*\);[ \t]*$/gim, blank)
    .replace(/\{%[^%\n]*%\}|^[ \t]*GO[ \t]*$/gm, (match) =>
      match.trim() === "GO" ? match.replace("GO", "; ") : blank(match),
    )
    .replace(/(?<![\w.])\d+[a-z_]\w*/gi, word)
    .replace(
      /\$\{[^{}\n]*\}|\{\{[^{}\n]*\}\}|<%[^%\n]*%>|\$[A-Za-z_]\w*(?![\w$])|(?<![\w:]):["']?[A-Za-z_]\w*["']?/g,
      word,
    )
    .replace(/[\u00a0-\uffff]/g, (letter) => (letter.trim() === "" || letter === "\uFEFF" ? " " : "x"));
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

function word(text: string): string {
  return "x".repeat(text.length);
}

const KIND = { keywords: "create", types: "int", builtin: "" };
const COMMON = { ...KIND, doubleDollarQuotedStrings: true, operatorChars: "*+-%<>!=&|~^/?#@$\\" };

/** One reader for all dialects, save where the same character means two things. */
const POSTGRES = SQLDialect.define({ ...COMMON, identifierQuotes: '"`' });
const MYSQL = SQLDialect.define({
  ...COMMON,
  identifierQuotes: '"`',
  backslashEscapes: true,
  hashComments: true,
  doubleDollarQuotedStrings: false,
});
const SQL_SERVER = SQLDialect.define({ ...COMMON, identifierQuotes: '"`[', doubleDollarQuotedStrings: false });

export function parserFor(text: string): LRParser {
  if (/\bTABLE\s+(?:\w+\s+){0,3}?(?:\w+\.)?\[|\[dbo\]|^\s*\[\w+\]\s+\[?\w/im.test(text))
    return SQL_SERVER.language.parser as LRParser;
  const mysql = /`|\bENGINE\s*=|\bAUTO_INCREMENT\b/i.test(text);
  return (mysql ? MYSQL : POSTGRES).language.parser as LRParser;
}
