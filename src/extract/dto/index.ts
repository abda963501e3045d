export { basesOf } from "./bases.js";
export { classProperties, fieldsOfProperty, type ClassNode, type ClassProperty } from "./class-members.js";
export { describeProperty, isDtoDecorator, isValidator, typeReference } from "./decorators.js";
