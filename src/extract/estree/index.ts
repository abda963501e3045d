export { estree, parseScript, type Script } from "./script.js";
export { nodesOf, setParents } from "./nodes.js";
export { defineEstreeCollector, type Visitor } from "./visit.js";
export { calleePath, importOf, type ImportBinding } from "./bindings.js";
export { keyName, numberValue, propertiesOf, stringValue, type ObjectMember, unwrap } from "./values.js";
export { commentBefore } from "./comments.js";
export { decoratorsOf, type DecoratorCall } from "./decorators.js";
export { readTypeMembers, typeName, valueTypeOf } from "./types.js";
export { constantMember, definitionOf, knownText, unitOf, variableOf, type Definition } from "./resolve.js";
