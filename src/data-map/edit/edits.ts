/** Changes to the entries of one file of a map. Entries are named by their path in that file: `fields[3]`, `notPersonal[0]`. */
export interface MapEdits {
  readonly renames: readonly SelectorRename[];
  /** Selectors that match nothing, by entry. Marks on all other entries are taken off; null leaves all marks as they are. */
  readonly stale: ReadonlyMap<string, readonly string[]> | null;
  readonly additions: readonly EntryAddition[];
}

export interface SelectorRename {
  readonly entry: string;
  readonly from: string;
  readonly to: string;
}

export interface EntryAddition {
  /** Entry that it is to follow, or null for the end of the list. */
  readonly after: string | null;
  readonly match: readonly string[];
  readonly category: string | null;
  /** What is asked of people, on the line of the entry. */
  readonly question: string;
}

export interface EditedMap {
  readonly text: string;
  /** What the form of the file does not let a program do: a list shared through an anchor, an entry in the middle of a line. */
  readonly byHand: readonly (SelectorRename | { readonly entry: string; readonly stale: readonly string[] })[];
}

/** A map that cannot be edited without touching what is to stay. */
export class MapEditError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "MapEditError";
  }
}
