/** A mapping of a manifest, read by what its keys are; remembers which of them nobody asked for. */
export class Section {
  private readonly values: ReadonlyMap<unknown, unknown>;
  private readonly asked = new Set<unknown>();

  constructor(values: ReadonlyMap<unknown, unknown>) {
    this.values = values;
  }

  text(key: string): string | null {
    const value = this.read(key);
    return typeof value === "string" || typeof value === "number" ? String(value).trim() || null : null;
  }

  texts(key: string): string[] {
    const value = this.read(key);
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
  }

  section(key: string): Section | null {
    const value = this.read(key);
    return value instanceof Map ? new Section(value) : null;
  }

  sections(key: string): Section[] {
    const value = this.read(key);
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    return items.flatMap((item) => (item instanceof Map ? [new Section(item)] : []));
  }

  /** Of no consequence for a map. */
  ignore(...keys: readonly string[]): void {
    for (const key of keys) this.asked.add(key);
  }

  /** Keys that say something and were not asked for. */
  left(): string[] {
    return [...this.values].flatMap(([key, value]) => (this.asked.has(key) || isEmpty(value) ? [] : [String(key)]));
  }

  private read(key: string): unknown {
    this.asked.add(key);
    return this.values.get(key);
  }
}

function isEmpty(value: unknown): boolean {
  if (value instanceof Map) return value.size === 0;
  return value === null || value === "" || value === false || (Array.isArray(value) && value.length === 0);
}
