export { PolicyError, readPolicy } from "./read.js";
export { isInn, isOgrn } from "./requisites.js";
