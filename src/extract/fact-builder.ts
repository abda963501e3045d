import type {
  Annotation,
  AssignmentFact,
  BaseFact,
  DropFact,
  CallFact,
  ExportFact,
  Facts,
  FieldFact,
  FieldKind,
  FunctionFact,
  ImportFact,
  OwnerFact,
  Practice,
  PracticeFact,
  ProblemFact,
  RecipientFact,
  SinkFact,
  Span,
  SubmissionFact,
  SuppressionFact,
  SymbolFact,
} from "../model/index.js";
import type { BaseDraft, Emit, FieldDraft, OwnerDraft } from "./collector.js";
import type { Range, SourceText } from "./source-text.js";

type CodeFacts = "functions" | "symbols" | "stores" | "regions" | "retention" | "softDeletions";

type CodeFact<Key extends CodeFacts> = NonNullable<Facts[Key]>[number];

/** Gathers drafts of one file and turns their offsets into places. */
export class FactBuilder {
  readonly #source: SourceText;
  readonly #owners: OwnerFact[] = [];
  readonly #loose = new Map<string, { source: string; kind: FieldKind; fields: FieldFact[] }>();
  readonly #imports: ImportFact[] = [];
  readonly #exports: ExportFact[] = [];
  readonly #constants: Record<string, string> = Object.create(null) as Record<string, string>;
  readonly #recipients: RecipientFact[] = [];
  readonly #drops: DropFact[] = [];
  readonly #suppressions: SuppressionFact[] = [];
  readonly #problems: ProblemFact[] = [];
  readonly #annotations: Annotation[] = [];
  readonly #sinks: SinkFact[] = [];
  readonly #calls: CallFact[] = [];
  readonly #redactions: string[] = [];
  readonly #assignments: AssignmentFact[] = [];
  readonly #submissions: SubmissionFact[] = [];
  readonly #practices: PracticeFact[] = [];
  readonly #more: { -readonly [Key in CodeFacts]?: Facts[Key] } = {};
  #manifest: string | null = null;

  constructor(source: SourceText) {
    this.#source = source;
  }

  /** The collector's side of the builder; `collector` is named in problems. */
  emit(collector: string): Emit {
    return {
      owner: (owner) => this.#owners.push(this.#owner(owner)),
      loose: (source, kind, field) => this.#addLoose(source, kind, field),
      recipient: ({ at, ...recipient }) => this.#recipients.push({ ...recipient, span: this.#span(at) }),
      drop: ({ at, ...drop }) => this.#drops.push({ ...drop, span: this.#span(at) }),
      practice: (practice, at) => this.practice(practice, at),
      retention: ({ at, ...fact }) => this.#add("retention", { ...fact, span: this.#span(at) }),
      store: ({ at, ...fact }) => this.#add("stores", { ...fact, span: this.#span(at) }),
      region: ({ at, ...fact }) => this.#add("regions", { ...fact, span: this.#span(at) }),
      softDeletion: ({ at, ...fact }) => this.#add("softDeletions", { ...fact, span: this.#span(at) }),
      problem: (message, at) => {
        const { line, column } = this.#span(at);
        this.#problems.push({ message: `${collector}: ${message}`, line, column, fatal: false });
      },
    };
  }

  import(fact: ImportFact): void {
    this.#imports.push(fact);
  }

  export(fact: ExportFact): void {
    this.#exports.push(fact);
  }

  sink(sink: SinkFact): void {
    this.#sinks.push(sink);
  }

  call(call: CallFact): void {
    this.#calls.push(call);
  }

  practice(practice: Practice, at: Range): void {
    this.#practices.push({ ...practice, span: this.#span(at) });
  }

  /** Told even where there are none, so that the file counts as read. */
  functions(found: readonly FunctionFact[]): void {
    this.#more.functions ??= [];
    for (const fact of found) this.#add("functions", fact);
  }

  symbols(found: readonly SymbolFact[]): void {
    this.#more.symbols ??= [];
    for (const fact of found) this.#add("symbols", fact);
  }

  #add<Key extends CodeFacts>(key: Key, fact: CodeFact<Key>): void {
    const known = (this.#more[key] ??= []) as unknown as CodeFact<Key>[];
    known.push(fact);
  }

  assignment(fact: AssignmentFact): void {
    this.#assignments.push(fact);
  }

  submission(fact: SubmissionFact): void {
    this.#submissions.push(fact);
  }

  redaction(path: string): void {
    this.#redactions.push(path);
  }

  /** Whether a trace of a recipient was seen. */
  get reached(): boolean {
    return this.#recipients.length > 0;
  }

  manifest(text: string): void {
    this.#manifest = text;
  }

  constant(name: string, value: string): void {
    this.#constants[name] = value;
  }

  suppression(suppression: Omit<SuppressionFact, "span"> & { at: Range }): void {
    const { at, ...rest } = suppression;
    this.#suppressions.push({ ...rest, span: this.#span(at) });
  }

  annotation({ at, ...annotation }: Omit<Annotation, "span"> & { at: Range }): void {
    this.#annotations.push({ ...annotation, span: this.#span(at) });
  }

  problem(problem: ProblemFact): void {
    this.#problems.push(problem);
  }

  problems(problems: readonly ProblemFact[]): void {
    this.#problems.push(...problems);
  }

  finish(): Facts {
    const loose = [...this.#loose.values()].map(({ source, kind, fields }) => ({
      source,
      name: "",
      kind,
      span: fields[0]!.span,
      fields,
    }));
    return {
      file: this.#source.file,
      owners: this.#annotated([...this.#owners, ...loose]),
      imports: this.#imports,
      exports: this.#exports,
      constants: { ...this.#constants },
      recipients: this.#recipients,
      drops: this.#drops,
      suppressions: this.#suppressions,
      problems: this.#problems,
      ...(this.#sinks.length + this.#calls.length + this.#redactions.length > 0 && {
        flows: { sinks: this.#sinks, calls: this.#calls, redactions: this.#redactions },
      }),
      ...(this.#assignments.length + this.#submissions.length > 0 && {
        links: { assignments: this.#assignments, submissions: this.#submissions },
      }),
      ...(this.#practices.length > 0 && { practices: this.#practices }),
      ...this.#more,
      ...(this.#manifest !== null && { manifest: this.#manifest }),
    };
  }

  /** An annotation speaks of the field that begins first after it, within three lines, or stands on its own line. */
  #annotated(owners: OwnerFact[]): OwnerFact[] {
    if (this.#annotations.length === 0) return owners;
    const byLine = new Map<number, Annotation>();
    for (const annotation of this.#annotations) {
      const lines = owners.flatMap((owner) => owner.fields.map((field) => field.span.line));
      const target = lines
        .filter((line) => line >= annotation.span.line && line <= annotation.span.endLine + 3)
        .sort((a, b) => a - b)[0];
      if (target !== undefined) byLine.set(target, annotation);
    }
    return owners.map((owner) => ({
      ...owner,
      fields: owner.fields.map((field) => {
        const annotation = byLine.get(field.span.line);
        return annotation ? { ...field, annotation } : field;
      }),
    }));
  }

  #addLoose(source: string, kind: FieldKind, field: FieldDraft): void {
    const key = `${source}\0${kind}`;
    const group = this.#loose.get(key) ?? { source, kind, fields: [] };
    group.fields.push(this.#field(field));
    this.#loose.set(key, group);
  }

  #owner({ at, fields, bases, ...rest }: OwnerDraft): OwnerFact {
    return {
      ...rest,
      span: this.#span(at),
      fields: fields.map((field) => this.#field(field)),
      ...(bases && bases.length > 0 && { bases: bases.map((base) => this.#base(base)) }),
    };
  }

  #field({ at, ...rest }: FieldDraft): FieldFact {
    return { ...rest, span: this.#span(at) };
  }

  #base({ at, ...rest }: BaseDraft): BaseFact {
    return { ...rest, span: this.#span(at) };
  }

  #span(range: Range): Span {
    return this.#source.span(range);
  }
}
