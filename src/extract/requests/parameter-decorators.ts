import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { FieldDraft } from "../collector.js";
import { decoratorsOf, readTypeMembers, stringValue, valueTypeOf, type Script } from "../estree/index.js";
import type { FunctionNode } from "../naming/index.js";
import { isInputHeader } from "./headers.js";

/** Decorators of controller parameters (Nest, routing-controllers, Ts.ED, tsoa, LoopBack) by what they take from the request. */
const DECORATORS =
  /^(?:Body|BodyParam|BodyParams|BodyProp|Query|QueryParam|QueryParams|Queries|Param|Params|PathParam|PathParams|Path|Headers?|HeaderParam|HeaderParams|FormField|FormFields|UploadedFile|UploadedFiles|MultipartFile|Payload|MessageBody|Part)$/;
const FILES = /^(?:UploadedFiles?|MultipartFile)$/;
/** These name the property after the parameter where no name is given. */
const NAMED_BY_PARAMETER = /^tsoa$|^@tsoa\//;

/** What the decorated parameters of a controller method take from the request, each by its name. */
export function decoratedParameters(handler: FunctionNode, script: Script): FieldDraft[] {
  return handler.params.flatMap((parameter): FieldDraft[] => {
    if (parameter.decorators === undefined || parameter.decorators.length === 0) return [];
    const decorator = decoratorsOf(parameter, script).find(({ name }) => DECORATORS.test(name));
    const target = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
    if (!decorator || target.type !== "Identifier") return [];
    const [first] = decorator.arguments;
    const named = stringValue(first);
    const read = valueTypeOf(target.typeAnnotation?.typeAnnotation);
    const isFile = FILES.test(decorator.name);
    if (named === null && read.members) return readTypeMembers(read.members);
    const byParameter =
      isFile || (decorator.module !== null && NAMED_BY_PARAMETER.test(decorator.module) && read.type !== "relation");
    const name = named ?? (byParameter ? target.name : null);
    if (name === null || name === "" || (/^Header/.test(decorator.name) && !isInputHeader(name))) return [];
    return [
      {
        name,
        at: named !== null && !isFile ? first!.range : nameRange(target),
        type: isFile ? "file" : read.type,
        ...((read.list || decorator.name === "UploadedFiles") && { list: true }),
        ...(read.target && !isFile && { target: read.target }),
        hints: { readFrom: readFrom(decorator.name, named, target.name) },
      },
    ];
  });
}

/** `@Param("id") userId`: what a bare key points at is told by the parameter it is put in. */
function readFrom(decorator: string, named: string | null, parameter: string): string {
  const tells =
    named !== null && /^_?(?:id|ids|uuid|guid)$/i.test(named) && /[a-z0-9](?:Ids?|Uuid|Guid)$/.test(parameter);
  return tells ? `@${decorator} ${parameter}` : `@${decorator}`;
}

function nameRange(id: TSESTree.Identifier): readonly [number, number] {
  return [id.range[0], id.range[0] + id.name.length];
}
