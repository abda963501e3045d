import { createHash } from "node:crypto";
import type { Bilingual, PageData } from "./page-data.js";
import { escapeHtml, scriptJson } from "./escape.js";

/** The page's own program and style. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

export interface ShellTexts {
  readonly title: Bilingual;
  /** The verdict, for a browser that runs no scripts. */
  readonly withoutScripts: Bilingual;
}

/**
 * The file as a whole. Its policy lets this one script and this one style sheet in, by their digests, and nothing else: no other script, no
 * handler, no request, no form, no frame. The data are inert text.
 */
export function shell(data: PageData, { title, withoutScripts }: ShellTexts, { script, style }: PageAssets): string {
  const [en, ru] = withoutScripts.map(escapeHtml);
  const inRussian = data.language === "ru";
  return `<!doctype html>
<html lang="${data.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escapeHtml(title[inRussian ? 1 : 0]!)}</title>
<style>${style}</style>
</head>
<body>
<div id="page"><noscript><p lang="${inRussian ? "ru" : "en"}">${inRussian ? ru : en}</p><p lang="${inRussian ? "en" : "ru"}">${inRussian ? en : ru}</p></noscript></div>
<script type="application/json" id="data">${scriptJson(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

function policy(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${digest(script)}`,
    `style-src ${digest(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

function digest(text: string): string {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}
