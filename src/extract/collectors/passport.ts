import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Emit, FieldDraft } from "../collector.js";
import {
  calleePath,
  defineEstreeCollector,
  importOf,
  propertiesOf,
  stringValue,
  type Script,
} from "../estree/index.js";
import { resolved } from "../stores/members.js";

/** Options of strategies that name what they read from a request. */
const FIELD =
  /^(?:username|password|api_?key|token|code|otp|pin|email|phone|user|secret)(?:Query|Body|Param)?(?:Field|Header)(?:Name)?$/i;
const HEADER = /^(?:header|headerName|headerField|tokenHeader|queryParameterName|bodyField|field)$/;

export default defineEstreeCollector({
  id: "passport",
  recognises: "what the sign-in strategies of Passport read from requests",
  trigger: [/passport|Strategy/, /(?:Field|Header)(?:Name)?["']?\s*:|\bheader(?:Name)?["']?\s*:/],
  visit: (script, emit) => ({
    NewExpression(node) {
      const name = strategyName(node.callee, script);
      if (name) emitOptions(name, node.callee, node.arguments[0], script, emit);
    },
    CallExpression(node) {
      if (node.callee.type !== "Super") return;
      const name = strategyOfClass(node, script);
      if (name) emitOptions(name, node.callee, node.arguments[0], script, emit);
    },
  }),
});

function emitOptions(
  name: string,
  { range: at }: TSESTree.Node,
  options: TSESTree.Node | undefined,
  script: Script,
  emit: Emit,
): void {
  const object = options ? resolved(options, script) : null;
  const fields = propertiesOf(object).members.flatMap((member): FieldDraft[] => {
    if (!FIELD.test(member.name) && !HEADER.test(member.name)) return [];
    const text = stringValue(member.value);
    if (text === null || !/^[\w.-]+$/.test(text)) return [];
    const [start, end] = member.value.range;
    return [{ name: text, at: [start + 1, end - 1], type: "string", hints: { readFrom: `request: ${member.name}` } }];
  });
  if (fields.length > 0) emit.owner({ source: "passport", name, kind: "input", at, fields });
}

/** `LocalStrategy`; a bare `Strategy` by its package: `passport-local` is `LocalStrategy`. */
function strategyName(callee: TSESTree.Node, script: Script): string | null {
  const written = calleePath(callee)?.at(-1) ?? "";
  if (!/Strategy$/.test(written)) return null;
  const known = importOf(callee, script.imports);
  const kind = /^(?:@\w+\/)?passport-([\w-]+)$/.exec(known?.module ?? "")?.[1];
  if (written !== "Strategy") return known === null || kind !== undefined ? written : null;
  if (kind === undefined) return null;
  return `${kind.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase())}Strategy`;
}

/** Nest: `class Local extends PassportStrategy(Strategy) { constructor() { super({ usernameField: "email" }) } }`. */
function strategyOfClass(node: TSESTree.Node, script: Script): string | null {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type !== "ClassDeclaration" && at.type !== "ClassExpression") continue;
    const base = at.superClass;
    if (base?.type !== "CallExpression" || calleePath(base.callee)?.at(-1) !== "PassportStrategy") return null;
    const [strategy] = base.arguments;
    return at.id?.name ?? (strategy ? strategyName(strategy, script) : null);
  }
  return null;
}
