import type { Confidence, Special } from "./inventory.js";
import type { Span } from "./facts.js";
import type { Place } from "./place.js";

/** Where a value goes when it leaves the program's own hands. */
export type SinkKind =
  "log" | "error-tracker" | "language-model" | "recipient" | "url" | "web-storage" | "cookie" | "file" | "queue";

/** A value that reaches a sink or an argument, as far back as the file itself tells. */
export interface OriginFact {
  /** Access path as written, its root first: `user`, `email`. The root is left out where it has no name. */
  readonly names: readonly string[];
  /** The name token at which the datum is read. */
  readonly span: Span;
  /** Names it passes through on its way, from the read onwards. */
  readonly steps: readonly Span[];
  /** Record the root is declared as, and the path from there. */
  readonly record?: RecordReference;
  /** Set where the root is a parameter of a function that other code can call. */
  readonly parameter?: ParameterReference;
}

export interface RecordReference {
  /** Name of a type, schema or model as written in this file. */
  readonly name: string;
  /** `model`: read from a store through its mapper. */
  readonly from: "type" | "model";
  readonly path: readonly string[];
  /** Fields of the record that alone are taken, or that are left out. */
  readonly select?: readonly string[];
  readonly omit?: readonly string[];
}

export interface ParameterReference {
  /** `notify`, `MailService.send`. */
  readonly function: string;
  readonly index: number;
  readonly path: readonly string[];
}

/** A place where values leave. */
export interface SinkFact {
  readonly kind: SinkKind;
  /** Id in the recipient catalogue, or `host:` and a host the catalogue does not know. */
  readonly recipient?: string;
  /** What is called or written, as code: `logger.info`. */
  readonly callee: string;
  /** Name of the cookie, key or parameter, where it is known. */
  readonly key?: string;
  readonly span: Span;
  readonly origins: readonly OriginFact[];
}

/** A call of a function of this code base to which something is handed. */
export interface CallFact {
  /** Local name: `notify`, or `MailService.send` for a member declared as that class. */
  readonly callee: string;
  readonly span: Span;
  readonly arguments: readonly (readonly OriginFact[])[];
}

/** What one file says of where values go. */
export interface FlowFacts {
  readonly sinks: readonly SinkFact[];
  readonly calls: readonly CallFact[];
  /** Paths that a logger made in this file blanks out. */
  readonly redactions: readonly string[];
}

/** One datum in a flow. `field` is the inventory's id where the datum is known to be that field. */
export interface FlowDatum {
  readonly field: string | null;
  /** As the code names it. */
  readonly name: string;
  readonly dataType: string;
  readonly special: Special | null;
  readonly confidence: Confidence;
  readonly steps: readonly Place[];
}

/** Personal data that reaches a sink. */
export interface InventoryFlow {
  readonly sink: {
    readonly kind: SinkKind;
    readonly recipient: string | null;
    readonly callee: string;
    readonly key: string | null;
    readonly place: Place;
  };
  /** Ordered by name; never empty. */
  readonly data: readonly FlowDatum[];
}
