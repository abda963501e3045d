export { linkData, type DataSources } from "./link-data.js";
