import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { keyName, typeName, type Script } from "../estree/index.js";

/**
 * Tells types that model a record from those that plainly do not: properties of components, state of stores, contracts of services. What
 * remains in doubt counts as a record, for the classifier looks at it again.
 */

/** Types of ambient declarations that libraries ask a project to extend. */
const AMBIENT = new Set([
  "Window",
  "ProcessEnv",
  "ImportMeta",
  "ImportMetaEnv",
  "Global",
  "GlobalThis",
  "IntrinsicElements",
  "HTMLElementTagNameMap",
  "Matchers",
  "AsymmetricMatchersContaining",
  "Register",
]);

/** Types that only parts of a user interface are made of. */
const INTERFACE_PARTS =
  /^(?:(?:React\.)?(?:ReactNode|ReactElement|ReactChild|CSSProperties|Dispatch|SetStateAction|RefObject|MutableRefObject|Ref|ComponentType|ComponentProps|ElementType|FC|FunctionComponent|HTMLAttributes|KeyboardEvent|MouseEvent|ChangeEvent)|JSX\.Element|HTML\w*Element|VNode|VNodeChild|SxProps|Snippet|TemplateRef|ViewContainerRef|LucideIcon|IconType|UseFormReturn|UseFormRegister|Control|FieldErrors|FormikProps|FormikHelpers|NavigationProp|RouteProp|StackScreenProps|NativeStackScreenProps)$/;
const INTERFACE_BASES =
  /(?:Props|Attributes|ComponentPropsWithoutRef|ComponentPropsWithRef|ComponentProps|PropsWithChildren|VariantProps|Story|StoryObj)$/;
const INTERFACE_MEMBERS = new Set(["children", "className", "classNames", "asChild", "sx", "testID", "data-testid"]);

const PROPERTIES = /(?:Props|PropTypes|PropsType)\d?$/;
/** So plain a name is local to one function or component. */
const ANY_PROPERTIES = /^I?(?:Input|Own|Default)?Props$/;
const HOOK_TYPE = /^I?Use[A-Z]\w*(?:Result|Return|Returns|Options|Params|Config|Args|Type|Output|Input)$/;
const STATE = /(?:State|Slice|Store|Action|Actions|Context|ContextType|ContextValue|ContextProps)$/;
const ERROR = /(?:Error|Exception)$/;
const STATE_LIBRARIES =
  /^(?:@reduxjs\/toolkit|redux|react-redux|zustand|jotai|recoil|mobx|mobx-state-tree|effector|vuex|pinia|nanostores|xstate|@xstate\/|@ngrx\/|@ngxs\/|@angular-redux\/)/;

const COMPONENT_LIBRARIES = /^(?:react|react-native|react-dom|preact|solid-js|vue|svelte)$|\/react$/;

/** Whether a type of that name with those members may model a record. */
export function modelsRecord(name: string, members: readonly TSESTree.TypeElement[], script: Script): boolean {
  if (AMBIENT.has(name) || ANY_PROPERTIES.test(name) || HOOK_TYPE.test(name) || ERROR.test(name)) return false;
  const counted = countMembers(members);
  if (counted.functions > 0 && counted.functions >= counted.data) return false;
  if (members.some(isInterfacePart)) return false;
  const userInterface = /\.[jt]sx$|\.vue$|\.svelte$/.test(script.source.file) || rendersProperties(name, script);
  if (PROPERTIES.test(name) && (userInterface || counted.functions > 0)) return false;
  if (STATE.test(name))
    return !(userInterface || counted.functions > 0 || usesStateLibrary(script) || members.some(isProgress));
  return true;
}

/** Whether a base says that the heir is a part of a user interface or an error. */
export function isInterfaceBase(name: string): boolean {
  return INTERFACE_BASES.test(name) || INTERFACE_PARTS.test(name) || ERROR.test(name);
}

/** Types that tools write from a schema repeat it; the schema is what counts. */
export function isGenerated({ source }: Script): boolean {
  return /\btype Exact<T extends|\btype Scalars = \{|\binterface paths \{|\btype ResolverTypeWrapper<|\bextends (?:Struct\.)?(?:Schema\.)?(?:CollectionType|SingleType|Component)(?:Schema)? \{/.test(
    source.text.slice(0, 5000),
  );
}

function countMembers(members: readonly TSESTree.TypeElement[]): { data: number; functions: number } {
  let data = 0;
  let functions = 0;
  for (const member of members) {
    if (member.type === "TSPropertySignature") {
      if (isFunction(member.typeAnnotation?.typeAnnotation)) functions++;
      else data++;
    } else if (member.type !== "TSIndexSignature") functions++;
  }
  return { data, functions };
}

function isFunction(type: TSESTree.TypeNode | undefined): boolean {
  switch (type?.type) {
    case "TSFunctionType":
    case "TSConstructorType":
      return true;
    case "TSUnionType":
      return type.types.some(isFunction);
    case "TSTypeReference":
      return /(?:^Function|Callback|Handler|Fn|Function|EventEmitter)$/.test(typeName(type.typeName));
    case "TSTypeLiteral":
      return type.members.length > 0 && countMembers(type.members).data === 0 && !type.members.some(isIndex);
    default:
      return false;
  }
}

function isIndex(member: TSESTree.TypeElement): boolean {
  return member.type === "TSIndexSignature";
}

function isInterfacePart(member: TSESTree.TypeElement): boolean {
  if (member.type !== "TSPropertySignature") return false;
  const name = keyName(member);
  return (name !== null && INTERFACE_MEMBERS.has(name)) || namesInterfacePart(member.typeAnnotation?.typeAnnotation);
}

/** `isLoading: boolean` beside the data: what is kept is the state of a view. */
function isProgress(member: TSESTree.TypeElement): boolean {
  return (
    member.type === "TSPropertySignature" &&
    /^(?:is|has)?(?:loading|loaded|pending|fetching|ready|initiali[sz]ed|submitting|error|errors)$/i.test(
      keyName(member) ?? "",
    )
  );
}

function namesInterfacePart(type: TSESTree.TypeNode | undefined): boolean {
  if (type?.type === "TSUnionType") return type.types.some(namesInterfacePart);
  if (type?.type === "TSArrayType") return namesInterfacePart(type.elementType);
  return type?.type === "TSTypeReference" && INTERFACE_PARTS.test(typeName(type.typeName));
}

/** A file without markup may still wrap a component whose properties it declares. */
function rendersProperties(name: string, { imports }: Script): boolean {
  return PROPERTIES.test(name) && [...imports.values()].some(({ module }) => COMPONENT_LIBRARIES.test(module));
}

function usesStateLibrary({ imports }: Script): boolean {
  return [...imports.values()].some(({ module }) => STATE_LIBRARIES.test(module));
}
