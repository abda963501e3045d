import type { MapEdits } from "../data-map/index.js";
import { groupBy, type AuditModel, type FieldEntry, type NotPersonalEntry } from "../model/index.js";
import { proposeAdditions } from "./additions.js";
import { findSelectorRenames, type EarlierFields, type FoundRename } from "./renames.js";
import { deadSelectors } from "./selectors.js";

export interface SyncOptions {
  /** What is asked of people on the line of a new entry. */
  readonly question: (dataTypes: readonly string[], category: string | null) => string;
  /** What the code collected when the map was last changed, where git can tell. */
  readonly earlier: EarlierFields | null;
}

export interface SyncPlan {
  /** Changes by file of the map. */
  readonly edits: ReadonlyMap<string, MapEdits>;
  readonly added: readonly string[];
  readonly renamed: readonly FoundRename[];
  readonly stale: readonly string[];
}

/**
 * What it takes to bring a map up to date with the code: selectors follow what was renamed, entries that match nothing are marked, new
 * fields get entries. Of a part of the code only additions can be told.
 */
export function planSync(model: AuditModel, { question, earlier }: SyncOptions): SyncPlan {
  const dead = model.partial ? [] : deadSelectors(model);
  const renamed = findSelectorRenames(model, dead, earlier);
  const followed = new Set(renamed.map(({ entry, from }) => `${key(entry)} ${from}`));
  const stale = dead.filter(({ entry, selector }) => !followed.has(`${key(entry)} ${selector.text}`));
  const declaredNow = new Set(renamed.flatMap(({ fields }) => fields));
  const additions = proposeAdditions(model, declaredNow, question);
  const edits = new Map<string, MapEdits>();
  for (const file of model.map.files) {
    edits.set(file, {
      renames: renamed
        .filter(({ entry }) => entry.place.file === file)
        .map(({ entry, from, to }) => ({ entry: entry.path, from, to })),
      stale: new Map(
        [
          ...groupBy(
            stale.filter(({ entry }) => entry.place.file === file),
            ({ entry }) => entry.path,
          ),
        ].map(([path, own]) => [path, own.map(({ selector }) => selector.text)]),
      ),
      additions: additions.filter((each) => each.file === file).map(({ addition }) => addition),
    });
  }
  return {
    edits,
    renamed,
    added: additions.flatMap(({ addition }) => addition.match),
    stale: stale.map(({ selector }) => selector.text),
  };
}

function key({ place, path }: FieldEntry | NotPersonalEntry): string {
  return `${place.file} ${path}`;
}
