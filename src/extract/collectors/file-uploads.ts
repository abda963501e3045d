import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { FieldDraft } from "../collector.js";
import { calleePath, decoratorsOf, defineEstreeCollector, keyName, knownText, type Script } from "../estree/index.js";
import { meaningOf } from "../schema-builders/index.js";
import { ownerNameOf } from "../naming/index.js";

export default defineEstreeCollector({
  id: "file-uploads",
  recognises: "files a request may carry: multer and its kin, Nest file interceptors",
  trigger: /multer|[uU]pload|File(?:s|Fields)?Interceptor/,
  visit(script, emit) {
    return {
      CallExpression(node) {
        const fields = isUpload(node, script) ? multerFields(node, script) : interceptorFields(node, script);
        if (fields.length === 0) return;
        emit.owner({ source: "request", kind: "input", ...ownerNameOf(node, script), fields });
      },
    };
  },
});

/** A method of what `multer()` made, or of something imported that is named for uploading. */
function isUpload({ callee }: TSESTree.CallExpression, script: Script): boolean {
  if (callee.type !== "MemberExpression") return false;
  const { object } = callee;
  if (object.type === "CallExpression") return /multer/i.test(calleePath(object.callee)?.at(-1) ?? "");
  const name = calleePath(object)?.at(-1);
  if (!name) return false;
  const made = object.type === "Identifier" ? meaningOf(object, script) : null;
  if (made) return made.type === "CallExpression" && /multer|upload/i.test(calleePath(made.callee)?.at(-1) ?? "");
  return /^(?:\w*[uU]pload\w*|\w*[mM]ulter\w*)$/.test(name);
}

function multerFields({ callee, arguments: args }: TSESTree.CallExpression, script: Script): FieldDraft[] {
  const method =
    callee.type === "MemberExpression" && callee.property.type === "Identifier" ? callee.property.name : "";
  if (method === "single" || method === "array") return named(args[0], method === "array", script);
  return method === "fields" ? listed(args[0], script) : [];
}

/** Where the method names the file among its parameters, that is its declaration. */
function interceptorFields(node: TSESTree.CallExpression, script: Script): FieldDraft[] {
  const called = calleePath(node.callee)?.at(-1) ?? "";
  if (!/^File(?:s|Fields)?Interceptor$/.test(called)) return [];
  let holder: TSESTree.Node | undefined = node.parent;
  while (holder && holder.type !== "MethodDefinition") holder = holder.parent;
  const declared = holder?.value.params.some((parameter) =>
    decoratorsOf(parameter, script).some(({ name }) => name.startsWith("UploadedFile")),
  );
  if (declared) return [];
  const [first] = node.arguments;
  return called === "FileFieldsInterceptor"
    ? listed(first, script)
    : named(first, called === "FilesInterceptor", script);
}

function named(node: TSESTree.Node | undefined, list: boolean, script: Script): FieldDraft[] {
  const name = knownText(node, script);
  return name ? [{ name, at: node!.range, type: "file", ...(list && { list }) }] : [];
}

function listed(node: TSESTree.Node | undefined, script: Script): FieldDraft[] {
  if (node?.type !== "ArrayExpression") return [];
  return node.elements.flatMap((element) => {
    const property = element?.type === "ObjectExpression" ? element.properties.find(isName) : undefined;
    return property?.type === "Property" ? named(property.value, false, script) : [];
  });
}

function isName(property: TSESTree.ObjectLiteralElement): boolean {
  return property.type === "Property" && keyName(property) === "name";
}
