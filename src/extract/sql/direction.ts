/** A file, or part of one, that undoes a migration: what it creates and drops says nothing of today. */
const DOWN_FILE = /(?:^|[./_-])(?:down|undo|rollback)\.\w+$|(?:^|\/)U\d[\w.]*__[^/]*\.sql$/i;
const DOWN_MARK =
  /^[ \t]*--[ \t]*(?:\+(?:goose|migrate)[ \t]+down|migrate:down|@down|@undo|rollback|down(?:[ \t]+migration)?[ \t]*$)/im;
const UP_MARK = /^[ \t]*--[ \t]*(?:\+(?:goose|migrate)[ \t]+up|migrate:up|@up|up(?:[ \t]+migration)?[ \t]*$)/im;

export function undoes(file: string): boolean {
  return DOWN_FILE.test(file);
}

/** The text with the parts that undo it blanked. */
export function withoutUndoing(text: string): string {
  let kept = "";
  for (let rest = text; ;) {
    const down = DOWN_MARK.exec(rest);
    if (!down) return kept + rest;
    kept += rest.slice(0, down.index);
    const undoing = rest.slice(down.index);
    const up = UP_MARK.exec(undoing);
    const end = up ? up.index : undoing.length;
    kept += undoing.slice(0, end).replace(/[^\n]/g, " ");
    rest = undoing.slice(end);
    if (rest === "") return kept;
  }
}
