import { Section } from "./section.js";

/** What a data map can say of a Fides manifest. */
export interface FidesManifest {
  readonly organisation: FidesOrganisation | null;
  readonly datasets: readonly FidesDataset[];
  readonly declarations: readonly FidesDeclaration[];
  readonly processors: readonly { readonly key: string; readonly name: string | null }[];
  /** What it says and a data map has no place for. */
  readonly left: readonly Left[];
}

export interface FidesOrganisation {
  readonly name: string | null;
  readonly officer: { readonly name: string; readonly email: string | null; readonly phone: string | null } | null;
}

export interface FidesDataset {
  readonly key: string;
  readonly name: string | null;
  readonly collections: readonly { readonly name: string; readonly fields: readonly FidesField[] }[];
}

export interface FidesField {
  /** With those it is nested in: `address.city`. */
  readonly name: string;
  readonly categories: readonly string[];
}

export interface FidesDeclaration {
  /** Of the system. */
  readonly key: string;
  readonly system: string;
  readonly name: string | null;
  readonly use: string;
  readonly categories: readonly string[];
  readonly subjects: readonly string[];
  readonly datasets: readonly string[];
  readonly basis: string | null;
  /** Days. */
  readonly retention: number | null;
}

/** One thing of the manifest, and its keys that were not carried over; without keys the thing as a whole. */
export interface Left {
  readonly what: string;
  readonly keys: readonly string[];
}

/** Deeper fields than these are nobody's. */
const DEEPEST = 20;

/** Reads what documents of a manifest say, in order. */
export function readManifest(documents: readonly ReadonlyMap<unknown, unknown>[]): FidesManifest {
  const reading = new Reading();
  for (const document of documents) reading.add(new Section(document));
  return reading;
}

class Reading implements FidesManifest {
  organisation: FidesOrganisation | null = null;
  readonly datasets: FidesDataset[] = [];
  readonly declarations: FidesDeclaration[] = [];
  readonly processors: { key: string; name: string | null }[] = [];
  readonly left: Left[] = [];

  add(file: Section): void {
    for (const organisation of file.sections("organization")) this.addOrganisation(organisation);
    for (const dataset of file.sections("dataset")) this.addDataset(dataset);
    for (const system of file.sections("system")) this.addSystem(system);
    for (const key of file.left()) this.left.push({ what: key, keys: [] });
  }

  private addOrganisation(organisation: Section): void {
    const key = organisation.text("fides_key") ?? "?";
    const controller = organisation.section("controller");
    const officer = organisation.section("data_protection_officer");
    const officerName = officer?.text("name") ?? null;
    this.organisation ??= {
      name: controller?.text("name") ?? organisation.text("name"),
      officer: officerName
        ? { name: officerName, email: officer?.text("email") ?? null, phone: officer?.text("phone") ?? null }
        : null,
    };
    organisation.ignore("name", "description");
    this.leave(`organization ${key}`, organisation);
    if (controller) this.leave(`organization ${key}, controller`, controller);
    if (officer) this.leave(`organization ${key}, data_protection_officer`, officer);
  }

  private addDataset(dataset: Section): void {
    const key = dataset.text("fides_key") ?? "?";
    const inherited = userCategories(dataset);
    dataset.ignore("organization_fides_key", "description");
    const collections = dataset.sections("collections").map((collection) => {
      const name = collection.text("name") ?? "?";
      const own = userCategories(collection);
      collection.ignore("description");
      const what = `dataset ${key}, ${name}`;
      const fields = this.fieldsOf(collection, "", own.length > 0 ? own : inherited, what, 0);
      this.leave(what, collection);
      return { name, fields };
    });
    this.datasets.push({ key, name: dataset.text("name"), collections });
    this.leave(`dataset ${key}`, dataset);
  }

  private fieldsOf(
    parent: Section,
    prefix: string,
    inherited: readonly string[],
    what: string,
    depth: number,
  ): FidesField[] {
    return parent.sections("fields").flatMap((field) => {
      const name = `${prefix}${field.text("name") ?? "?"}`;
      const hasOwn = field.texts("data_categories").length > 0;
      const categories = hasOwn ? userCategories(field) : inherited;
      // How Fides walks from record to record is its own affair.
      field.ignore("description", "fides_meta", "fidesops_meta");
      if (depth < DEEPEST) {
        const nested = this.fieldsOf(field, `${name}.`, categories, what, depth + 1);
        this.leave(`${what}, ${name}`, field);
        if (nested.length > 0) return nested;
      }
      return [{ name, categories }];
    });
  }

  private addSystem(system: Section): void {
    const key = system.text("fides_key") ?? "?";
    const title = system.text("name");
    const role = system.text("data_responsibility_title");
    if (role === "Processor" || role === "Sub-Processor") this.processors.push({ key, name: title });
    system.ignore("organization_fides_key", "description", "system_type");
    for (const declaration of system.sections("privacy_declarations")) {
      const name = declaration.text("name");
      const days = Number(declaration.text("retention_period") ?? Number.NaN);
      this.declarations.push({
        key,
        system: title ?? key,
        name,
        use: declaration.text("data_use") ?? "",
        categories: declaration.texts("data_categories"),
        subjects: declaration.texts("data_subjects"),
        datasets: declaration.texts("dataset_references"),
        basis: declaration.text("legal_basis_for_processing"),
        retention: Number.isInteger(days) && days > 0 ? days : null,
      });
      this.leave(`system ${key}, ${name ?? "privacy declaration"}`, declaration);
    }
    this.leave(`system ${key}`, system);
  }

  private leave(what: string, section: Section): void {
    const keys = section.left();
    if (keys.length > 0) this.left.push({ what, keys });
  }
}

/** Categories of data about people; those of the system's own workings are none. */
function userCategories(section: Section): string[] {
  return section.texts("data_categories").filter((category) => category === "user" || category.startsWith("user."));
}
