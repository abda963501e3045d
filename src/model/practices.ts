import type { Span } from "./facts.js";
import type { Place } from "./place.js";

/** What an option of a call is known to be: `unknown` where it is worked out elsewhere. */
export type Option = "on" | "off" | "unset" | "unknown";

/** A way by which code runs as soon as a page, component or module does. */
export interface LoadWay {
  /** Names and texts in the conditions and early returns that decide on it. */
  readonly conditions: readonly string[];
  /** Names and texts of the functions, callbacks and elements it stands in. */
  readonly around: readonly string[];
}

/** Empty where code only runs when something else calls for it. */
export type LoadWays = readonly LoadWay[];

/** A tracker set going: by a call, an element or a script tag. */
export interface TrackerStart {
  readonly kind: "tracker-start";
  readonly recipient: string;
  /** What sets it going, as code. */
  readonly callee: string;
  readonly ways: LoadWays;
}

/** The device is asked where it is. */
export interface LocationRequest {
  readonly kind: "location-request";
  readonly callee: string;
  readonly ways: LoadWays;
}

/** A choice of yes or no that is set to yes before anyone chose. */
export interface PresetChoice {
  readonly kind: "preset-choice";
  /** Name of the field, input or variable. */
  readonly name: string;
  /** Words beside it, where there are any. */
  readonly label: string | null;
  readonly how: "checked" | "default-checked" | "initial-value" | "schema-default" | "column-default" | "state";
}

/** A check box and the words beside it. */
export interface Box {
  readonly kind: "box";
  readonly name: string | null;
  readonly label: string;
}

/** A cookie as code sets it. */
export interface CookieWrite {
  readonly kind: "cookie-write";
  /** Null where the name is not known. */
  readonly name: string | null;
  /** `session` where a middleware makes it for sessions. */
  readonly role: "session" | "any";
  readonly secure: Option;
  readonly httpOnly: Option;
  readonly sameSite: Option;
  /** Seconds it is kept; null where it ends with the session, or that is not known. */
  readonly seconds: number | null;
}

/** A connection that is not secured: certificates go unchecked, or it is not encrypted at all. */
export interface WeakTransport {
  readonly kind: "weak-transport";
  readonly how: "unchecked" | "unchecked-everywhere" | "plain-request" | "plain-form";
  /** The option, or the host. */
  readonly detail: string;
}

/** A password kept or compared in a way that gives it away. */
export interface WeakPassword {
  readonly kind: "weak-password";
  readonly how: "fast-hash" | "few-rounds" | "plain-comparison";
  /** The function and, for rounds, their number. */
  readonly detail: string;
}

/** A message handed over for sending. */
export interface MailSent {
  readonly kind: "mail";
  readonly callee: string;
  /** Words that tell what it is for: of functions, files, subjects and templates. */
  readonly about: readonly string[];
  /** It goes to everyone of a list. */
  readonly bulk: boolean;
  /** A list of people is read around it. */
  readonly selects: boolean;
  /** Words around it among which those that choose by consent, or let one unsubscribe, are looked for. */
  readonly words: readonly string[];
}

/** What another system is asked to let the code see of a person. */
export interface ScopesAsked {
  readonly kind: "scopes";
  readonly provider: string | null;
  readonly scopes: readonly string[];
}

/** Records of several kinds brought together. */
export interface RecordsJoined {
  readonly kind: "join";
  /** Names of tables or models, as written. */
  readonly owners: readonly string[];
}

/** Fields by which the records of a file are looked up, ordered or grouped. */
export interface Lookup {
  readonly kind: "lookup";
  readonly names: readonly string[];
}

/** A form that sends what is filled in to another host. */
export interface FormTarget {
  readonly kind: "form-target";
  readonly host: string;
}

/** A link to a text on personal data: a policy, a privacy notice. */
export interface PolicyLink {
  readonly kind: "policy-link";
  /** Where it leads, as written. */
  readonly target: string;
}

/** A site that the code takes for its own: pages of it may call, cookies are set for it. */
export interface OwnOrigin {
  readonly kind: "own-origin";
  readonly how: "cors" | "cookie-domain";
  readonly host: string;
}

/** Something code does that rules judge, beyond which data it holds and where they go. */
export type Practice =
  | TrackerStart
  | LocationRequest
  | PresetChoice
  | Box
  | CookieWrite
  | WeakTransport
  | WeakPassword
  | MailSent
  | ScopesAsked
  | RecordsJoined
  | FormTarget
  | Lookup
  | PolicyLink
  | OwnOrigin;

export type PracticeFact = Practice & { readonly span: Span };

export type InventoryPractice = Practice & { readonly place: Place };
