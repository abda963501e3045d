import { defineSyntax } from "../document.js";
import type { SqlReading } from "./reading.js";

export const sqlDefinitions = defineSyntax<SqlReading>("sql");
