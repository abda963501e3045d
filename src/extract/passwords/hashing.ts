import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { calleePath, definitionOf, importOf, numberValue, stringValue, unwrap, type Script } from "../estree/index.js";
import { wordsOf } from "../flows/words.js";

const FAST = /^(?:md4|md5|sha-?1|sha-?224|sha-?256|sha-?384|sha-?512|ripemd160|sha3-?\d*)$/i;
const DEEPEST = 6;

/** A password put through a function made to be fast: `createHash("md5").update(password)`, `md5(password)`, `CryptoJS.SHA256(password)`. */
export function fastHash(node: TSESTree.CallExpression, script: Script): string | null {
  const name = hashCalled(node, script);
  if (name === null || !node.arguments.some((argument) => isPassword(argument, script, 0))) return null;
  return isPrepared(node) || isBreachLookup(script) || isDigestSignIn(node, script) ? null : name;
}

function hashCalled(node: TSESTree.CallExpression, script: Script): string | null {
  const { callee } = node;
  if (callee.type === "MemberExpression" && callee.property.type === "Identifier" && callee.property.name === "update")
    return hashMadeBy(callee.object, script, 0);
  const path = calleePath(callee);
  const name = path?.at(-1) ?? "";
  if (path?.slice(-2).join(".") === "subtle.digest" || path?.slice(-3).join(".") === "crypto.subtle.digest") {
    const algorithm = stringValue(node.arguments[0]) ?? "";
    return FAST.test(algorithm) ? algorithm : null;
  }
  const module = importOf(callee, script.imports)?.module ?? (path ? script.imports.get(path[0]!)?.module : undefined);
  if (module === undefined) return path?.[0] === "CryptoJS" && FAST.test(name) ? `CryptoJS.${name}` : null;
  if (
    /^(?:crypto-js|node-forge|hash\.js|js-sha\d+|js-md5|md5|sha1|sha256|sha\.js|ts-md5|blueimp-md5|@noble\/hashes|object-hash|hasha|spark-md5)(?:\/|$)/.test(
      module,
    )
  ) {
    if (FAST.test(name)) return name;
    return /(?:md5|sha1|sha256|sha512)$/.test(module) ? module : null;
  }
  return null;
}

/** The algorithm of `crypto.createHash("sha256")`, a variable that holds one, or a chain of updates; a keyed hash or one with a salt counts no less fast. */
function hashMadeBy(node: TSESTree.Node, script: Script, depth: number): string | null {
  if (depth > DEEPEST) return null;
  if (node.type === "Identifier") {
    const init = definitionOf(node, script)?.init;
    return init ? hashMadeBy(init, script, depth + 1) : null;
  }
  if (node.type !== "CallExpression") return null;
  const name = calleePath(node.callee)?.at(-1);
  if (name === "createHash") {
    const algorithm = stringValue(node.arguments[0]) ?? "";
    return FAST.test(algorithm) ? algorithm : null;
  }
  return name === "update" && node.callee.type === "MemberExpression"
    ? hashMadeBy(node.callee.object, script, depth + 1)
    : null;
}

const PASSWORD = /^(?:password|passwd|pwd|passphrase|passcode|parol|пароль)$/;
/** Words beside it that make it something else: when it was changed, a link to change it, a setting. */
const ELSEWISE = new Set(
  "reset token link url changed at expires expiry hint policy strength min max length salt protected encrypted hash hashed digest version key id cache field type".split(
    " ",
  ),
);

/** Whether an expression is the text of a password, by its name. */
export function isPassword(node: TSESTree.Node, script: Script, depth: number): boolean {
  if (depth > DEEPEST) return false;
  const value = unwrap(node);
  switch (value.type) {
    case "Identifier":
      return namesPassword(value.name);
    case "MemberExpression":
      return !value.computed && value.property.type === "Identifier" && namesPassword(value.property.name);
    case "TemplateLiteral":
      return value.expressions.some((one) => isPassword(one, script, depth + 1));
    case "BinaryExpression":
      return value.operator === "+" && [value.left, value.right].some((one) => isPassword(one, script, depth + 1));
    case "CallExpression":
      // Buffer.from(password), new TextEncoder().encode(password), password.trim()
      return (
        /^(?:from|encode|trim|toString|normalize|String|utf8ToBytes|Utf8|parse)$/.test(lastName(value.callee)) &&
        (value.arguments.some((one) => isPassword(one, script, depth + 1)) ||
          (value.callee.type === "MemberExpression" && isPassword(value.callee.object, script, depth + 1)))
      );
    default:
      return false;
  }
}

function lastName(node: TSESTree.Node): string {
  if (node.type === "MemberExpression") return node.property.type === "Identifier" ? node.property.name : "";
  return node.type === "Identifier" ? node.name : "";
}

export function namesPassword(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word) => PASSWORD.test(word)) && !words.some((word) => ELSEWISE.has(word));
}

/** The digest goes into a function made for passwords, which takes no long ones. */
function isPrepared(node: TSESTree.Node): boolean {
  let at: TSESTree.Node | undefined = node.parent;
  for (let depth = 0; at && depth < DEEPEST; depth++, at = at.parent) {
    if (
      at.type === "CallExpression" &&
      /bcrypt|argon2?|scrypt|pbkdf2|^hash$|^compare$/i.test(calleePath(at.callee)?.slice(-2).join(".") ?? "") &&
      !/createHash/.test(calleePath(at.callee)?.join(".") ?? "")
    )
      return true;
    if (at.type.endsWith("Statement") || at.type === "VariableDeclaration") return false;
  }
  return false;
}

/** HTTP's own way of signing in asks for this hash: name, realm and password. */
function isDigestSignIn({ range }: TSESTree.Node, { source }: Script): boolean {
  return /\brealm\b/i.test(source.text.slice(...range));
}

/** Services that tell leaked passwords are asked by the beginning of a SHA-1. */
function isBreachLookup({ source }: Script): boolean {
  return /pwnedpasswords|\bhibp\b|haveibeenpwned/i.test(source.text);
}

const BCRYPT = /^(?:bcrypt|bcryptjs|bcrypt-ts|@node-rs\/bcrypt|@types\/bcrypt)$/;
/** Rounds below this are tried out too fast. */
const FEWEST_ROUNDS = 10;

/** Rounds of bcrypt, where fewer than it takes: `bcrypt.hash(password, 5)`, `genSalt(8)`. */
export function fewRounds(node: TSESTree.CallExpression, script: Script): number | null {
  const path = calleePath(node.callee);
  const method = path?.at(-1) ?? "";
  const module = path ? script.imports.get(path[0]!)?.module : undefined;
  if (module === undefined || !BCRYPT.test(module)) return null;
  const imported = importOf(node.callee, script.imports)?.imported ?? method;
  const argument = /^hash(?:Sync)?$/.test(imported)
    ? node.arguments[1]
    : /^genSalt(?:Sync)?$/.test(imported)
      ? node.arguments[0]
      : undefined;
  const rounds = argument ? roundsOf(argument, script) : null;
  return rounds !== null && rounds < FEWEST_ROUNDS ? rounds : null;
}

function roundsOf(node: TSESTree.Node, script: Script): number | null {
  const known = numberValue(node);
  if (known !== null || node.type !== "Identifier") return known;
  const definition = definitionOf(node, script);
  return definition?.kind === "variable" && definition.init && !definition.destructured
    ? numberValue(definition.init)
    : null;
}
