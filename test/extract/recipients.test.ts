import { expect, test } from "vitest";
import { factsOf } from "../support/readers.js";

async function tracesOf(file: string, text: string): Promise<string[]> {
  const { recipients } = await factsOf(file, text);
  return recipients.map(({ recipient, how, trace }) => `${recipient} ${how} ${trace}`);
}

test.each([
  [
    "a script that does not parse",
    "a.ts",
    'const = ; fetch("https://api.telegram.org/bot");',
    ["telegram host api.telegram.org"],
  ],
  [
    "a framework's template",
    "a.vue",
    '<template><img src="https://mc.yandex.ru/watch/1"></template>',
    ["yandex-metrika script mc.yandex.ru"],
  ],
  ["a name in upper case", "a.ts", 'fetch("https://API.Telegram.org/bot")', ["telegram host API.Telegram.org"]],
  ["a port and a path", "a.ts", 'fetch("https://www.facebook.com:443/tr")', ["facebook host www.facebook.com"]],
  ["a comment behind an apostrophe", "a.tsx", "<p>don't</p>;\n// https://api.telegram.org", []],
  ["a comment behind a template", "a.ts", "const a = `${b ? `//` : '`'}`; // https://api.telegram.org", []],
  [
    "a host behind a comment in a string",
    "a.ts",
    'const a = "/*"; fetch("https://api.telegram.org");',
    ["telegram host api.telegram.org"],
  ],
  ["a prototype's names", "a.ts", 'import a from "constructor"; import b from "__proto__"; toString();', []],
  ["a subpath of a scoped package", "a.ts", 'import a from "@sentry/node/x/y";', ["sentry package @sentry/node/x/y"]],
  ["a package whose name only begins alike", "a.ts", 'import a from "telegraf-of-mine";', []],
  [
    "an exact package within another's scope",
    "a.ts",
    'import a from "@aws-sdk/client-ses";',
    ["amazon-ses package @aws-sdk/client-ses"],
  ],
])("traces in %s", async (_, file, text, expected) => {
  expect(await tracesOf(file, text)).toEqual(expected);
});

// One hostile file must not hold up an audit: the time may grow with the length of a text alone.
test.each([
  '"a".com',
  "}.com",
  "${a}.com",
  "ym(",
  "const {",
  "import ",
  "from '",
  "`${",
  "/*",
  "<script>",
  '"_ga"',
  "<a ",
  "https://",
])(
  "%s over and over",
  async (piece) => {
    const start = performance.now();
    await tracesOf("a.html", piece.repeat(200_000));
    expect(performance.now() - start).toBeLessThan(10_000);
  },
  20_000,
);
