import type { Emit } from "../collector.js";
import { basesOf, classProperties, fieldsOfProperty, isDtoDecorator, isValidator } from "../dto/index.js";
import type { ClassNode, ClassProperty } from "../dto/index.js";
import { decoratorsOf, defineEstreeCollector, type Script } from "../estree/index.js";
import { className } from "../naming/index.js";

/** Names by which projects mark classes of what comes in, with no decorator needed (a compiler plugin may add them). */
const INCOMING = /(?:D[Tt][Oo]|Input|InputModel|Request|RequestBody|Body|Payload|Params|Query|Form)s?$/;
const OUTGOING = /(?:Response|Result|Output|Reply|View)(?:D[Tt][Oo]|Body|Payload)?s?$/;

export default defineEstreeCollector({
  id: "class-validator",
  recognises:
    "DTO classes: class-validator and its forks, class-transformer, Swagger decorators, mapped types, or by name",
  trigger:
    /@(?:Is[A-Z]|Validate|ApiProp|ApiResponseProp|Expose|Type\b|Matches|M(?:in|ax)Length|ArrayM|Property|property|Email|Format|Allow)|\bclass\s+\w*(?:D[Tt][Oo]|Input|InputModel|Request|Body|Payload|Params|Query|Form)s?\b/,
  visit(script, emit) {
    return {
      ClassDeclaration: (node) => readClass(node, script, emit),
      ClassExpression: (node) => readClass(node, script, emit),
    };
  },
});

/** Class decorators that give a class another meaning: GraphQL types and what runs rather than holds. */
const ANOTHER_MEANING =
  /^(?:InputType|ArgsType|ObjectType|InterfaceType|Component|Directive|Pipe|NgModule|Module|Injectable|Controller|Resolver|Catch|Command|CommandHandler|QueryHandler|EventsHandler|customElement|Table|Service)$/;

function readClass(node: ClassNode, script: Script, emit: Emit): void {
  if (decoratorsOf(node, script).some(({ name }) => ANOTHER_MEANING.test(name))) return;
  const properties = classProperties(node, script);
  const decorated = properties.filter(({ decorators }) => decorators.some(isDtoDecorator));
  const name = className(node, script);
  if (decorated.length === 0 && !(INCOMING.test(name) && isPlainRecord(node, properties))) return;
  const fields = properties
    .filter(({ isPublic, decorators }) => isPublic || decorators.some(isDtoDecorator))
    .flatMap((property) => fieldsOfProperty(property, script));
  const bases = basesOf(node.superClass, script);
  if (fields.length === 0 && bases.length === 0) return;
  const checked = decorated.some(({ decorators }) => decorators.some((one) => isDtoDecorator(one) && isValidator(one)));
  const incoming = !OUTGOING.test(name) && (checked || INCOMING.test(name));
  emit.owner({
    source: "dto",
    name,
    kind: incoming ? "input" : "type",
    at: node.id?.range ?? node.range,
    fields,
    bases,
    ...(node.abstract && { abstract: true }),
  });
}

/** A class that holds data and does nothing with it. */
function isPlainRecord(node: ClassNode, properties: readonly ClassProperty[]): boolean {
  const works = node.body.body.some(
    (member) => member.type === "MethodDefinition" && member.kind === "method" && !member.static,
  );
  const inherits = node.superClass?.type === "CallExpression";
  const typed = properties.some(({ annotation, isPublic }) => annotation !== undefined && isPublic);
  return !works && (typed || inherits) && properties.every(({ decorators }) => decorators.length === 0);
}
