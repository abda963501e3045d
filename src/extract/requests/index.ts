export { isDeviceHeader, isInputHeader } from "./headers.js";
export { requestObject, type RequestObject } from "./request-objects.js";
export { RequestReader } from "./request-reader.js";
export { Follower, type Read } from "./follow.js";
export type { Part } from "./parts.js";
