import { expect, test } from "vitest";
import type { OriginFact } from "../../src/model/index.js";
import { factsOf } from "../support/readers.js";

/** What reaches the sinks of a text, as `kind: path, path`, in the order of the text. */
async function sinksOf(text: string): Promise<string[]> {
  const { flows } = await factsOf("src/sample.ts", text);
  return (flows?.sinks ?? []).map(({ kind, origins }) => `${kind}: ${origins.map(shown).join(", ")}`);
}

function shown({ names, record }: OriginFact): string {
  const of = record ? ` of ${record.name}` : "";
  const without = record?.omit ? ` without ${record.omit.join(" ")}` : "";
  return `${names.join(".")}${of}${record?.select ? ` only ${record.select.join(" ")}` : ""}${without}`;
}

test.each([
  ["a member", "console.log(user.email);", ["log: user.email"]],
  ["a template", "console.log(`to ${user.email}`);", ["log: user.email"]],
  ["assignment", "const to = user.email; let line = ''; line = to; console.log(line);", ["log: user.email"]],
  ["destructuring", "const { contact: { email: to } } = user; console.log(to);", ["log: user.contact.email"]],
  ["rest", "function f({ phone, ...rest }: User) { console.log(rest); }", ["log: rest of User without phone"]],
  ["an annotated parameter", "function f(user: User) { console.log({ user }); }", ["log: user of User"]],
  ["elements", "function f(all: User[]) { all.forEach((one) => console.log(one.email)); }", ["log: all.email of User"]],
  ["awaited pairs", "const [a, b] = await Promise.all([x.email, y.phone]); console.log(b);", ["log: y.phone"]],
  [
    "selected columns",
    "const u = await prisma.user.findUnique({ select: { id: true } }); console.log(u);",
    ["log: u of user only id"],
  ],
  ["what a function returns", "const f = (a: string) => a.trim(); console.log(f(user.email));", ["log: user.email"]],
  ["an unnamed record", "const body = signUp.parse(input); console.log(body);", ["log: body of signUp"]],
  ["a query", "location.href = `/a?email=${user.email}`;", ["url: user.email"]],
  ["storage", "localStorage.setItem('me', JSON.stringify({ to: user.email }));", ["web-storage: user.email"]],
  ["a cookie", "document.cookie = `me=${user.email}`;", ["cookie: user.email"]],
])("%s is followed", async (_, text, expected) => {
  expect(await sinksOf(text)).toEqual(expected);
});

test.each([
  ["counts", "console.log(users.length);"],
  ["checks", "console.log(user.email === other, typeof user.email, !user.email, isEmail(user.email));"],
  ["hashes", "console.log(hashOf(user.email), createHash('sha256').update(user.email).digest('hex'));"],
  ["masks", "console.log(maskEmail(user.email), user.email.replace(/./g, '*'));"],
  ["conditions", "console.log(user.email ? 'known' : 'unknown');"],
  ["caught errors", "try { f(); } catch (error) { console.log(error); }"],
  ["settings", "console.log(process.env.EMAIL, config.email);"],
  ["other functions called log", "Math.log(user.age); cy.log(user.email);"],
  ["mail links", "const link = `mailto:${to}?cc=${user.email}`;"],
])("%s end a flow", async (_, text) => {
  expect(await sinksOf(text)).toEqual([]);
});

test("calls hand on what they are given, and parameters know their function", async () => {
  const { flows } = await factsOf(
    "src/sample.ts",
    "import { note } from './note.js';\nnote(1, user.email);\nexport function tell(text: string) { console.log(text); }",
  );
  expect(flows?.calls.map(({ callee, arguments: given }) => [callee, given.map((one) => one.map(shown))])).toEqual([
    ["note", [[], ["user.email"]]],
  ]);
  expect(flows?.sinks[0]?.origins[0]?.parameter).toEqual({ function: "tell", index: 0, path: [] });
});

test("functions within functions are followed only so far", async () => {
  const calls = Array.from(
    { length: 400 },
    (_, at) => `const f${at + 1} = (x: string) => [f${at}(x), f${at}(x + "a")].join();`,
  );
  const { flows } = await factsOf(
    "src/sample.ts",
    `const f0 = (x: string) => x;\n${calls.join("\n")}\nconsole.log(f400(user.email));`,
  );
  expect(flows?.sinks ?? []).toEqual([]);
});
