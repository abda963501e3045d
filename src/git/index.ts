export { GitError, type GitProblem } from "./error.js";
export { findRenames, type RenameCandidates } from "./renames.js";
export {
  currentCommit,
  lastChange,
  openRepository,
  partingCommit,
  resolveCommit,
  type Repository,
} from "./repository.js";
export { withSnapshot } from "./snapshot.js";
export { inTemporaryFolder } from "./temporary.js";
