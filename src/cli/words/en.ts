import type { Phrase } from "../../report/index.js";

export const en = {
  "progress.discover": "Looking for files",
  "progress.read": "Reading {done} of {total} files",
  "progress.link": "Linking what was read",
  "progress.check": "Checking",

  "error.label": "error",
  "error.map": { one: "{n} fault in the data map", other: "{n} faults in the data map" },
  "error.hint": "hint",
  "error.catalog": "A file that extends the catalogue cannot be used.",
  "error.missing": "There is no file or folder {path}.",
  "error.empty": "Nothing to audit: no file that Opis reads in {path}.",
  "error.empty-hint":
    "Tests, build output, dependencies and what .gitignore or .opisignore names are left out unless a path names them.",
  "error.command": "Did you mean the command {command}?",
  "error.command-first": "Put the command first: {command} ...",
  "error.write": "{file} cannot be written: {reason}",
  "error.exists": "{file} is there already.",
  "error.exists-hint": "--force writes over it; -o FILE writes elsewhere, -o - to standard output.",
  "error.no-map": "No data map: neither opis.yaml nor opis.yml in {folder} or above it, up to the git repository.",
  "error.no-map-hint": "`opis init` drafts one from the code; --map FILE names another.",
  "error.incomplete": {
    one: "The audit is incomplete: {n} file in scope was not analysed, or only in part.",
    other: "The audit is incomplete: {n} files in scope were not analysed, or only in part.",
  },
  "error.two-stdout": "Only one format can go to standard output; give the others a file: -f {format}=FILE",
  "error.format": "There is no format {format}. Formats: {formats}.",
  "error.format-file": "-f {format}= names no file.",
  "error.nearest": "Did you mean {list}?",
  "error.interrupted": "Stopped.",

  "defect.title": "Opis itself failed. This is a defect of Opis, not of your code or your map.",
  "defect.report": "Please report it with these lines, and the file it names if you may show it:",

  "ci.github": "GitHub Actions: findings are annotated in the changed files too; -f terminal leaves it at the report.",
  "ci.gitlab": "GitLab CI: the report is written for Code Quality too; -f terminal leaves it at this one.",
  wrote: "Wrote {file}",

  "baseline.missing": "There is no baseline {file}.",
  "baseline.unreadable": "The baseline {file} cannot be read: {detail}",
  "baseline.not-json": "The baseline {file} is not JSON: {detail}",
  "baseline.version": "The baseline {file} is of version {detail}, which this Opis does not know.",
  "baseline.shape": "The baseline {file} is damaged: {detail}",
  "baseline.hint": "`opis baseline` writes it anew.",
  "baseline.wrote": {
    one: "Wrote {file}: {n} finding is accepted.",
    other: "Wrote {file}: {n} findings are accepted.",
  },
  "baseline.pruned": {
    one: "Took {n} finding that no longer occurs out of {file}.",
    other: "Took {n} findings that no longer occur out of {file}.",
  },
  "baseline.nothing": "Nothing to take out of {file}: every finding in it still occurs.",

  "sync.question": "? what for",
  "sync.question-category": "? what for, and in which category ({types})",
  "sync.added": { one: "{n} field added to the map", other: "{n} fields added to the map" },
  "sync.renamed": { one: "{n} selector follows a new name", other: "{n} selectors follow new names" },
  "sync.stale": { one: "{n} selector matches nothing in the code", other: "{n} selectors match nothing in the code" },
  "sync.by-hand": "{file}: {entry} is for you to change, its form does not let a program do it: {what}",
  "sync.nothing": "The map is up to date.",
  "sync.ask": "Write these changes?",
  "sync.unwritten": "Nothing is written. --write writes it.",
  "sync.impossible": "The map cannot be edited without touching the rest of it: {reason}",
  "sync.impossible-hint": "Nothing is written. `opis audit` names the fields to declare by hand.",

  "git.no-git": "git is not installed here, or not on the path.",
  "git.no-repository": "{detail} is in no git repository.",
  "git.other-owner": "git does not trust the repository around {detail}: it belongs to another user.",
  "git.other-owner-hint": "If you trust it: git config --global --add safe.directory FOLDER",
  "git.unknown-commit": "git knows no commit {detail}.",
  "git.unknown-commit-hint": "A branch, a tag or a commit: origin/main, v1.2.0, HEAD~3. Was it fetched?",
  "git.unknown-commit-shallow": "git knows no commit {detail} here, and the clone is shallow: its history is cut off.",
  "git.unknown-commit-shallow-hint": "Fetch the whole history: git fetch --unshallow, or fetch-depth: 0 in CI.",
  "git.no-base-shallow":
    "Where the history parted from {detail} cannot be told: the clone is shallow, its history is cut off.",
  "git.no-base-shallow-hint": "Fetch the whole history: git fetch --unshallow, or fetch-depth: 0 in CI.",
  "git.failed": "git failed: {detail}",

  "explain.unknown":
    "Nothing here is called {what}: no rule, no field of the inventory, no place with a field or a finding.",
  "explain.example": "Name a rule (opis rules lists them), a field (opis inventory lists them) or FILE:LINE.",
  "explain.nearest": "Did you mean {list}?",
  "explain.more": { one: "{n} more field of that name: {list}", other: "{n} more fields of that name: {list}" },
  "rules.unknown": "There is no theme {theme}. Themes: {themes}.",
  "init.nothing": "No personal data found, so there is nothing to declare.",
  "init.wrote": {
    one: "Wrote {file}: {n} field of the code is declared in it.",
    other: "Wrote {file}: {n} fields of the code are declared in it.",
  },
  "init.questions":
    "Every category is a proposal; every purpose, legal basis and term is a question for you to answer.",
  "init.next": "Next: answer the questions in {file}, then run {command}; it complains of what is still open.",
  "init.merge": "The names and categories are read off the code: go through them with whoever answers for the data.",
} as const satisfies Record<string, Phrase>;
