import type { Span } from "./facts.js";
import type { Place } from "./place.js";

/** What keeps data, by family: how a store is counted and whether its place matters. */
export type StoreKind = "database" | "cache" | "files" | "search" | "queue" | "analytics" | "log" | "unknown";

/** How a store shows itself. */
export type StoreTrace = "connection" | "client" | "driver" | "container" | "infrastructure" | "configuration";

/** A trace of a store in one file. */
export interface StoreFact {
  /** Engine or service: `postgres`, `mongodb`, `s3`. */
  readonly type: string;
  readonly how: StoreTrace;
  /** Text that gave it away, with secrets taken out. */
  readonly trace: string;
  /** Host as written; null where it is in the environment. */
  readonly host: string | null;
  /** Region as written. */
  readonly region: string | null;
  /** Who runs it, where that is plain. */
  readonly provider: string | null;
  /** Name it has in infrastructure files: a service, a resource, a bucket. */
  readonly name?: string;
  /** A copy and no primary: a replica, a backup. */
  readonly copy?: "replica" | "backup";
  readonly span: Span;
}

/** A region named for all of a file or folder: `provider "aws" { region = … }`. */
export interface RegionFact {
  readonly provider: string;
  readonly region: string;
  readonly span: Span;
}

/** A store that the code shows. Unknown stays null: `country` is never guessed. */
export interface InventoryStore {
  /** `postgres@db.example.com`, `s3@eu-west-1`, `postgres`. Unique. */
  readonly id: string;
  readonly type: string;
  readonly kind: StoreKind;
  readonly provider: string | null;
  readonly region: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly copy: "replica" | "backup" | null;
  readonly evidence: readonly { readonly how: StoreTrace; readonly trace: string; readonly place: Place }[];
}
