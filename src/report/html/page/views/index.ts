import type { ComponentType } from "preact";
import type { ViewName } from "../route.js";
import { Categories } from "./categories.js";
import { Clauses } from "./clauses.js";
import { Fields } from "./fields.js";
import { Findings } from "./findings.js";
import { Overview } from "./overview.js";
import { Paths } from "./paths.js";
import { Purposes } from "./purposes.js";
import { Recipients } from "./recipients.js";
import { Scope } from "./scope.js";
import { Stores } from "./stores.js";
import { Subjects } from "./subjects.js";

export const views = {
  overview: Overview,
  findings: Findings,
  purposes: Purposes,
  categories: Categories,
  subjects: Subjects,
  recipients: Recipients,
  stores: Stores,
  fields: Fields,
  paths: Paths,
  clauses: Clauses,
  scope: Scope,
} as const satisfies Record<ViewName, ComponentType>;

/** Views that go to paper. A diagram is of one kind of data chosen on the screen. */
export const PRINTED = {
  overview: true,
  findings: true,
  purposes: true,
  categories: true,
  subjects: true,
  recipients: true,
  stores: true,
  fields: true,
  paths: false,
  clauses: true,
  scope: true,
} as const satisfies Record<ViewName, boolean>;
