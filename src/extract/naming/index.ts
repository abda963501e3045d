export {
  className,
  enclosingFunction,
  functionName,
  isFunction,
  ownerNameOf,
  type FunctionNode,
  type OwnerName,
} from "./owner-name.js";
export { fileBaseName, fileRoute, type FileRoute } from "./file-routes.js";
export { routeCall } from "./route-calls.js";
