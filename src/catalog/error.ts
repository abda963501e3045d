/** A catalogue file that cannot be used: names the file, line and column, and what was expected. */
export class CatalogError extends Error {
  constructor(file: string, line: number, column: number, message: string) {
    super(`${file}:${line}:${column}: ${message}`);
    this.name = "CatalogError";
  }
}
