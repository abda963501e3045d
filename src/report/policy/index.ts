export { renderPolicy } from "./terminal.js";
export { renderPolicyJson } from "./json.js";
export { renderPolicyMarkdown } from "./markdown.js";
