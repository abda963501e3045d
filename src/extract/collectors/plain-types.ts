import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { OwnerDraft } from "../collector.js";
import { calleePath, commentBefore, defineEstreeCollector, type Script } from "../estree/index.js";
import { readClass } from "../plain-types/classes.js";
import { isGenerated, isInterfaceBase, modelsRecord } from "../plain-types/judge.js";
import { readMembers, readNamed, readShape, type Shape } from "../plain-types/shape.js";
import { TypeUses } from "../plain-types/uses.js";
import { schemasIn } from "../supabase/database-types.js";

/** Calls whose type argument says what a sealed value holds: claims of a token, a decrypted payload. */
const UNSEALING = /^(?:verify|decode|jwtVerify|unseal|decrypt|unsign|open)(?:Async|Sync|Jwt|JWT|Token)?$/;

export default defineEstreeCollector({
  id: "plain-types",
  recognises: "records modelled by interfaces, type aliases and classes alone",
  trigger:
    /\binterface\s+[\w$]|\btype\s+[\w$]+[^=;]{0,200}=|\bclass\s+[\w$]|\b(?:const|let|var)\s+[\w$]+\s*:|[\w$]<\s*\{/,
  visit(script, emit) {
    if (isGenerated(script)) return {};
    const found: OwnerDraft[] = [];
    const uses = new TypeUses(script);
    const add = (
      name: string,
      at: readonly [number, number],
      { fields, bases }: Pick<Shape, "fields" | "bases">,
      node: TSESTree.Node,
    ): void => {
      if (fields.length === 0 && bases.length === 0) return;
      const comment = commentBefore(script, startOf(node));
      found.push({ source: "type", kind: "type", name, at, fields, bases, ...(comment && { comment }) });
    };
    return {
      TSInterfaceDeclaration(node) {
        const { id, body } = node;
        const shape = readInterface(node, script);
        if (shape && isRecord(id.name, body.body, script)) add(id.name, id.range, shape, node);
      },
      TSTypeAliasDeclaration(node) {
        const { id, typeAnnotation } = node;
        const shape = readShape(typeAnnotation, script, parametersOf(node.typeParameters));
        if (shape.bases.some(({ name }) => isInterfaceBase(name))) return;
        if (isRecord(id.name, shape.members, script)) add(id.name, id.range, shape, node);
      },
      ClassDeclaration(node) {
        const shape = readClass(node, script);
        if (shape && node.id) add(node.id.name, node.id.range, shape, node);
      },
      VariableDeclarator({ id, init, parent }) {
        if (id.type !== "Identifier") return;
        if (init?.type === "ClassExpression") {
          const shape = readClass(init, script);
          if (shape) add(id.name, nameRange(id), shape, parent);
        } else if (init?.type === "ObjectExpression" || init?.type === "ArrayExpression") {
          const shape = readShape(id.typeAnnotation?.typeAnnotation, script, new Set());
          if (shape.fields.length > 1 && modelsRecord(id.name, shape.members, script))
            add(id.name, nameRange(id), { fields: shape.fields, bases: [] }, parent);
        }
      },
      CallExpression(node) {
        uses.call(node);
        const [type] = node.typeArguments?.params ?? [];
        const called = type ? calleePath(node.callee)?.at(-1) : undefined;
        if (called === undefined || !UNSEALING.test(called)) return;
        const { fields } = readShape(type, script, new Set());
        add(called, node.callee.range, { fields, bases: [] }, node);
      },
      TSTypeReference: (node) => uses.reference(node),
      FunctionDeclaration: (node) => uses.function(node),
      FunctionExpression: (node) => uses.function(node),
      ArrowFunctionExpression: (node) => uses.function(node),
      "Program:exit"() {
        for (const owner of found) if (!uses.ruleOut(owner.name)) emit.owner(owner);
      },
    };
  },
});

/** The types of a whole database are read as its tables. */
function isRecord(name: string, members: readonly TSESTree.TypeElement[], script: Script): boolean {
  return modelsRecord(name, members, script) && schemasIn(members).length === 0;
}

function readInterface(node: TSESTree.TSInterfaceDeclaration, script: Script): Pick<Shape, "fields" | "bases"> | null {
  const parameters = parametersOf(node.typeParameters);
  const inherited = node.extends.map((heritage) => {
    const name = calleePath(heritage.expression)?.join(".") ?? "";
    return readNamed({ name, at: heritage.expression.range }, heritage, script, parameters);
  });
  const bases = inherited.flatMap((shape) => shape.bases);
  const fields = [...readMembers(node.body.body, script), ...inherited.flatMap((shape) => shape.fields)];
  return bases.some(({ name }) => isInterfaceBase(name)) ? null : { fields, bases };
}

function parametersOf(node: TSESTree.TSTypeParameterDeclaration | undefined): Set<string> {
  return new Set(node?.params.map(({ name }) => name.name));
}

function nameRange(id: TSESTree.Identifier): readonly [number, number] {
  return [id.range[0], id.range[0] + id.name.length];
}

/** A comment on an exported declaration stands before the export. */
function startOf(node: TSESTree.Node): number {
  return node.parent?.type.startsWith("Export") ? node.parent.range[0] : node.range[0];
}
