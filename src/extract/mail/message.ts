import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, keyName, propertiesOf, stringValue, type Script } from "../estree/index.js";
import { isFunction } from "../flows/functions.js";
import { wordsOf } from "../flows/words.js";
import { namesIn } from "../moments/index.js";
import type { MailSent } from "../../model/index.js";

/** Methods that hand a message over for sending, whatever they are called on. */
const SENDS =
  /^(?:send(?:Mail|Email|EmailTo|Message|Multiple|Template\w*|Bulk\w*|Newsletter\w*|Campaign\w*|Promo\w*|Digest\w*|TransacEmail|Sms|SMS)?|batch(?:Send)?|sendMailAsync|messagesSend)$/;
const HOLDERS =
  /mail|smtp|resend|sendgrid|sgmail|postmark|mailgun|brevo|unisender|transport|email|newsletter|messages|sms|ses\b|courier|loops/i;

/** A call that sends mail or text messages. */
export function mailSent(node: TSESTree.CallExpression, script: Script): Omit<MailSent, "kind"> | null {
  const path = calleePath(node.callee)?.filter((part) => part !== "()");
  if (!path || node.arguments.length === 0) return null;
  const method = path.at(-1)!;
  if (!SENDS.test(method) || !isMailer(path, method, script)) return null;
  const around = placesAround(node);
  const [message] = node.arguments;
  const subject = [
    ...wordsOfMessage(message, script),
    ...node.arguments.slice(1).flatMap((one) => wordsOfMessage(one, script)),
  ];
  const about = [...path, ...around.names, fileName(script), ...subject].flatMap(wordsOf);
  const whole = withoutComments(script);
  const near = around.outer ? whole.slice(...around.outer.range) : whole;
  const choices = new Set((near.match(/[\p{L}\p{Nd}_]+/gu) ?? []).filter(chooses).map((word) => word.toLowerCase()));
  if (UNSUBSCRIBE.test(whole)) choices.add("unsubscribe");
  return {
    callee: path.join("."),
    about: [...new Set(about)].sort(),
    bulk: around.repeated || /multiple|bulk|batch|campaign/i.test(method),
    selects: around.outer !== null && SELECTS.test(near),
    words: [...choices].sort(),
  };
}

const SELECTS = /\.\s*(?:findMany|findAll|find|findBy|query|select|getMany|list\w*|getAll\w*|where|all)\s*\(/;
const LONGEST_WORD = 60;

/** Words by which people are chosen who asked for it, or have not asked to be left alone. */
function chooses(word: string): boolean {
  return (
    word.length <= LONGEST_WORD &&
    /opt_?(?:ed_?)?(?:in|out)|subscri|consent|agree|(?:newsletter|marketing|promo).*(?:enabled|allowed|accepted|emails?$)|accepts?marketing|receive|wants|соглас|подпис/i.test(
      word,
    )
  );
}

const UNSUBSCRIBE = /unsubscribe|opt[-_ ]?out|отпис|отказаться от рассылки/i;

const blanked = new WeakMap<Script, string>();

/** What is written beside the code chooses nobody. */
function withoutComments(script: Script): string {
  let text = blanked.get(script);
  if (text === undefined) {
    const parts: string[] = [];
    let from = 0;
    for (const { range } of script.comments) {
      parts.push(script.source.text.slice(from, range[0]), " ".repeat(range[1] - range[0]));
      from = range[1];
    }
    text = parts.join("") + script.source.text.slice(from);
    blanked.set(script, text);
  }
  return text;
}

function isMailer(path: readonly string[], method: string, script: Script): boolean {
  if (/mail|newsletter|campaign|promo|digest|sms/i.test(method)) return true;
  const module = script.imports.get(path[0]!)?.module ?? "";
  return path.length > 1 && (path.slice(0, -1).some((part) => HOLDERS.test(part)) || HOLDERS.test(module));
}

interface Around {
  /** Names of the functions and classes it stands in. */
  readonly names: readonly string[];
  /** It stands in a loop, or in the callback of one. */
  readonly repeated: boolean;
  readonly outer: TSESTree.Node | null;
}

function placesAround(node: TSESTree.Node): Around {
  const names: string[] = [];
  let repeated = false;
  let outer: TSESTree.Node | null = null;
  for (let at: TSESTree.Node | undefined = node.parent; at; at = at.parent) {
    if (/^(?:For|ForOf|ForIn|While)Statement$/.test(at.type)) repeated = true;
    if (
      at.type === "CallExpression" &&
      /^(?:map|forEach|mapSeries|each|eachSeries|eachLimit|pMap|batch)$/.test(calleePath(at.callee)?.at(-1) ?? "")
    )
      repeated = true;
    if (isFunction(at)) {
      outer = at;
      if (at.type === "FunctionDeclaration" && at.id) names.push(at.id.name);
    } else if (
      (at.type === "MethodDefinition" || at.type === "PropertyDefinition" || at.type === "Property") &&
      isFunction(at.value)
    )
      names.push(keyName(at) ?? "");
    else if (at.type === "VariableDeclarator" && at.id.type === "Identifier") names.push(at.id.name);
    else if (at.type === "ClassDeclaration" && at.id) names.push(at.id.name);
  }
  return { names, repeated, outer };
}

/** Words of the subject and the template; the body would tell of much else. */
function wordsOfMessage(node: TSESTree.Node | undefined, script: Script): string[] {
  if (!node) return [];
  const { members } = propertiesOf(node);
  if (members.length === 0) return node.type === "Literal" ? [stringValue(node) ?? ""] : [];
  return members
    .filter(({ name }) =>
      /^(?:subject|template(?:Id|Name|Path)?|react|type|category|tags?|kind|campaign|html|text)$/i.test(name),
    )
    .flatMap(({ name, value }) =>
      /^(?:html|text)$/i.test(name)
        ? value.type === "Literal"
          ? []
          : namesIn(value, script).slice(0, 8)
        : namesIn(value, script),
    );
}

function fileName({ source }: Script): string {
  return (source.file.split("/").at(-1) ?? "").split(".").slice(0, -1).join(" ");
}
