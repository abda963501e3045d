import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { definitionOf, typeName, unwrap, type Script } from "../estree/index.js";
import { classAround, classMember, propertyName } from "../flows/functions.js";
import { isFunctionLike, unitName } from "./units.js";

/** Calls whose arguments are functions that run later. */
const RUNS_WHAT_IT_IS_GIVEN =
  /^(?:get|post|put|patch|delete|all|use|route|on|once|schedule|scheduleJob|process|define|every|add|addJob|register|setInterval|setTimeout|setImmediate|then|catch|finally|map|forEach|task|createFunction|transaction|\$transaction|(?:with|wrap|create|define|make)[A-Z]\w*|\w*[hH]andler|\w*[wW]rapper|Worker|CronJob|Cron)$/;

/** Names of functions of this code base that a call runs: the one called and those handed to it. */
export function calledNames(node: TSESTree.CallExpression | TSESTree.NewExpression, script: Script): string[] {
  const own = node.type === "CallExpression" ? functionBehind(unwrap(node.callee), script) : null;
  const last = lastName(unwrap(node.callee));
  const handed = node.arguments.flatMap((argument) => handedFunction(argument, last, script) ?? []);
  return own === null ? handed : [own, ...handed];
}

function handedFunction(argument: TSESTree.Node, callee: string, script: Script): string | null {
  if (argument.type !== "Identifier" && argument.type !== "MemberExpression") return null;
  const runs = RUNS_WHAT_IT_IS_GIVEN.test(callee);
  if (argument.type === "MemberExpression") return runs ? functionBehind(argument, script) : null;
  const imported = script.imports.get(argument.name);
  if (imported) return runs && mayBeOwn(imported.module) && /^[a-z]/.test(argument.name) ? argument.name : null;
  return functionBehind(argument, script);
}

/** Name of the function an expression stands for, as the linker can look it up. */
function functionBehind(callee: TSESTree.Node, script: Script): string | null {
  if (callee.type === "Identifier") {
    const imported = script.imports.get(callee.name);
    if (imported) return mayBeOwn(imported.module) ? callee.name : null;
    const definition = definitionOf(callee, script);
    if (definition?.kind === "function") return unitName(definition.node);
    return definition?.init && !definition.destructured && holdsFunction(definition.init)
      ? unitName(innermostFunction(definition.init))
      : null;
  }
  if (callee.type !== "MemberExpression") return null;
  const method = propertyName(callee);
  const holder = method === null ? null : holderOf(unwrap(callee.object), callee, script);
  return holder === null ? null : `${holder}.${method!}`;
}

/** The class, object or namespace that a method is called on. */
function holderOf(object: TSESTree.Node, callee: TSESTree.Node, script: Script): string | null {
  if (object.type === "ThisExpression") return classAround(callee)?.parent.id?.name ?? null;
  if (object.type === "MemberExpression" && object.object.type === "ThisExpression") {
    const member = classMember(classAround(callee) ?? NO_CLASS, propertyName(object) ?? "");
    return (member?.type && referenceName(member.type)) ?? (member?.value ? madeFrom(member.value) : null);
  }
  if (object.type === "NewExpression") return madeFrom(object);
  if (object.type !== "Identifier") return null;
  const imported = script.imports.get(object.name);
  if (imported) return mayBeOwn(imported.module) ? object.name : null;
  const definition = definitionOf(object, script);
  if (!definition) return null;
  if (definition.kind === "class") return object.name;
  const annotated = definition.name.typeAnnotation?.typeAnnotation;
  if (annotated) return referenceName(annotated);
  if (!definition.init || definition.destructured) return null;
  const init = unwrap(definition.init);
  return init.type === "ObjectExpression" ? object.name : madeFrom(init);
}

const NO_CLASS = { body: [] as TSESTree.ClassElement[] } as unknown as TSESTree.ClassBody;

function madeFrom(node: TSESTree.Node): string | null {
  const made = unwrap(node);
  return made.type === "NewExpression" && made.callee.type === "Identifier" ? made.callee.name : null;
}

function referenceName(type: TSESTree.TypeNode): string | null {
  return type.type === "TSTypeReference" ? typeName(type.typeName) : null;
}

function holdsFunction(init: TSESTree.Node): boolean {
  return innermostFunction(init) !== init || isFunctionLike(init);
}

/** The function of `const remove = async () => {}` and of `const remove = action(async () => {})`. */
function innermostFunction(init: TSESTree.Node, depth = 0): TSESTree.Node {
  if (init.type !== "CallExpression" || depth > 3) return init;
  const given = init.arguments.find((argument) => isFunctionLike(argument) || argument.type === "CallExpression");
  return given ? innermostFunction(given, depth + 1) : init;
}

function lastName(callee: TSESTree.Node): string {
  if (callee.type === "Identifier") return callee.name;
  return callee.type === "MemberExpression" ? (propertyName(callee) ?? "") : "";
}

/** A relative path, an alias or a package of the workspace; which of the last it is shows when files are linked. */
function mayBeOwn(module: string): boolean {
  return !module.startsWith("node:");
}
