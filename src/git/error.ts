/** Why the history could not be asked. */
export type GitProblem =
  | "no-git"
  | "no-repository"
  | "other-owner"
  | "unknown-commit"
  | "unknown-commit-shallow"
  | "no-base-shallow"
  | "failed";

/** The history of the code could not be read. `detail` is the reference asked for, or what git said. */
export class GitError extends Error {
  readonly problem: GitProblem;
  readonly detail: string;

  constructor(problem: GitProblem, detail: string) {
    super(`git: ${problem}: ${detail}`);
    this.name = "GitError";
    this.problem = problem;
    this.detail = detail;
  }
}
