// Build step: seals the compiled code.
import { writeBuildRecord } from "./build-record.js";

await writeBuildRecord();
