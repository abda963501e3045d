import type { FlowFacts } from "./flows.js";
import type { LinkFacts } from "./links.js";
import type { PracticeFact } from "./practices.js";
import type { FunctionFact, SymbolFact } from "./operations.js";
import type { RetentionFact, SoftDeletionFact } from "./retention.js";
import type { RegionFact, StoreFact } from "./stores.js";

/**
 * Facts of one file: what its text alone says. They depend on the bytes and the catalogue only, are plain data, and can therefore be
 * computed in any process, cached by content and shipped between machines. Whatever needs two files happens when facts are linked.
 *
 * Facts say what is declared, not what it means: a column `name` of a shop item and of a patient look alike here. Meaning is the
 * classifier's work, once owners and their relations are known.
 */

/** How a datum comes in or is kept. */
export type FieldKind = "store" | "input" | "type" | "cookie" | "web-storage" | "device";

/** The value a field holds, as far as its declaration says. `relation`: another record (see `target`). `object`: an inline structure. */
export type ValueType =
  | "string"
  | "number"
  | "boolean"
  | "date"
  | "json"
  | "enum"
  | "bytes"
  | "file"
  | "relation"
  | "object"
  | "function"
  | "unknown";

/** A span within the file, in places rather than offsets, so that it survives without the text. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What stands around a field and hints at its meaning. Every hint is kept as evidence. */
export interface Hints {
  /** Name in the database or on the wire when it differs from the field's (`@map("e_mail")`). */
  readonly storedAs?: string;
  /** Validators named on it, in the form the catalogue knows: lower case, no `is` prefix (`email`, `mobilephone`, `iban`). */
  readonly validators?: readonly string[];
  /** HTML `autocomplete` tokens. */
  readonly autocomplete?: string;
  /** HTML `type`. */
  readonly inputType?: string;
  /** Visible label, placeholder, legend or title. */
  readonly label?: string;
  /** Comment or description written for the field. */
  readonly comment?: string;
  /** Members of its enumeration. */
  readonly options?: readonly string[];
  readonly primaryKey?: boolean;
  readonly unique?: boolean;
  /** The owner (table, model) its foreign key points at. */
  readonly references?: string;
  /** Its record goes when the one it points at is deleted. */
  readonly cascades?: boolean;
  /** Expression the value is taken from (`req.ip`, `navigator.userAgent`). */
  readonly readFrom?: string;
}

/** `@personalData category=contact purposes=account,support` beside a field. */
export interface Annotation {
  readonly category?: string;
  readonly purposes?: readonly string[];
  readonly item?: string;
  readonly span: Span;
}

export interface FieldFact {
  /** Path within the owner: `email`, `address.city`. Array items add no segment. */
  readonly name: string;
  /** Name as written in this file (`SESSION_COOKIE`, `KEYS.token`) of the constant that holds the field's name, where another file declares it. */
  readonly nameFrom?: string;
  readonly span: Span;
  readonly type?: ValueType;
  readonly list?: boolean;
  /** The owner a relation or nested structure refers to, as written in this file. */
  readonly target?: string;
  readonly hints?: Hints;
  readonly annotation?: Annotation;
}

/** How a shape that an owner builds on is changed on the way in. */
export interface ShapeChange {
  readonly pick?: readonly string[];
  readonly omit?: readonly string[];
  /** Prefix put before its fields (embedded types, nested paths): `address.`. */
  readonly under?: string;
}

/** Another shape this owner takes fields from: a base class, a spread, `extend`, `merge`, an intersection, a mixin. */
export interface BaseFact extends ShapeChange {
  /** Name as written in this file; resolved through the file's own owners, then its imports. */
  readonly name: string;
  readonly span: Span;
}

/** A record that declares fields: an entity, a table, a schema, a DTO, a form, a request, an interface. */
export interface OwnerFact {
  /** Id of the syntax or framework, first part of every field id: `prisma`, `typeorm`, `zod`, `form`, `request`, `type`. */
  readonly source: string;
  /** Name people know it by; empty for cookies, web storage and device data, which have no owner. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly span: Span;
  readonly fields: readonly FieldFact[];
  readonly bases?: readonly BaseFact[];
  /** Local binding when it differs from the name (`const signUp = z.object()` under the name `SignUpSchema`). */
  readonly binding?: string;
  /** Table or collection behind the name. */
  readonly table?: string;
  readonly comment?: string;
  /** True when the shape is only a building block (abstract base, mixin): its fields count where it is used and where it stands. */
  readonly abstract?: boolean;
}

export interface ImportFact {
  readonly local: string;
  /** Exported name in the other module; `default` or `*`. */
  readonly imported: string;
  readonly module: string;
}

export interface ExportFact {
  readonly exported: string;
  /** Local binding, or the name in `module` for a re-export; `*` re-exports everything. */
  readonly local: string;
  readonly module?: string;
}

/** Where the code reaches outside: an SDK, a tracker, a host. `how` names the kind of trace. */
export interface RecipientFact {
  /** Id in the recipient catalogue. */
  readonly recipient: string;
  readonly how: "package" | "host" | "script" | "global" | "cookie" | "dependency";
  /** The very text that gave it away. */
  readonly trace: string;
  readonly span: Span;
}

/** A migration's removal: the column or table is no longer collected once this has run. */
export interface DropFact {
  readonly table: string;
  readonly column?: string;
  readonly span: Span;
}

/** `opis-ignore-next-line RULE -- reason` and its block forms. */
export interface SuppressionFact {
  readonly rules: readonly string[];
  readonly reason: string;
  readonly span: Span;
  /** Lines it covers, inclusive. */
  readonly from: number;
  readonly to: number;
}

/** Something in the file that could not be read. `fatal`: nothing of the file was. */
export interface ProblemFact {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly fatal: boolean;
}

export interface Facts {
  readonly file: string;
  readonly owners: readonly OwnerFact[];
  readonly imports: readonly ImportFact[];
  readonly exports: readonly ExportFact[];
  /** Top-level string constants: names of cookies, columns and keys are often kept in one. */
  readonly constants: Readonly<Record<string, string>>;
  readonly recipients: readonly RecipientFact[];
  readonly drops: readonly DropFact[];
  readonly suppressions: readonly SuppressionFact[];
  readonly problems: readonly ProblemFact[];
  /** Where values of the file go; left out where it sends none. */
  readonly flows?: FlowFacts;
  /** What ties its records to others; left out where nothing does. */
  readonly links?: LinkFacts;
  /** Functions that use stores or call others; left out where there are none, as are the following. */
  readonly functions?: readonly FunctionFact[];
  readonly symbols?: readonly SymbolFact[];
  readonly stores?: readonly StoreFact[];
  readonly regions?: readonly RegionFact[];
  readonly retention?: readonly RetentionFact[];
  readonly softDeletions?: readonly SoftDeletionFact[];
  /** What the file does that rules judge; left out where there is nothing. */
  readonly practices?: readonly PracticeFact[];
  /** Text of a package manifest or a compiler configuration: what module names mean depends on it. */
  readonly manifest?: string;
}
