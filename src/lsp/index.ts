export { serve, type ServeOptions } from "./server.js";
