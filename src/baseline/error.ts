export type BaselineProblem = "missing" | "unreadable" | "not-json" | "version" | "shape";

/** A baseline that cannot be used. `detail` says what was read or where it goes wrong. */
export class BaselineError extends Error {
  readonly problem: BaselineProblem;
  readonly file: string;
  readonly detail: string;

  constructor(problem: BaselineProblem, file: string, detail: string) {
    super(`${file}: ${problem}: ${detail}`);
    this.name = "BaselineError";
    this.problem = problem;
    this.file = file;
    this.detail = detail;
  }
}
