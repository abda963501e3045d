export { loadWays } from "./load-ways.js";
export { namesIn } from "./names-in.js";
