/**
 * Holds an inventory against labels.
 *
 * A row answers the nearest label of the same file and field name within three lines, else the label on its very line. Labels `maybe`
 * and person references are not scored: the latter are counted apart. A plain type that repeats a datum labelled as stored or submitted
 * elsewhere may be left out.
 */

/**
 * @typedef {{ file: string, line: number, owner: string, field: string, kind: string, personal: string, data_type: string, special: string }} Label
 * @typedef {{ file: string, line: number, owner: string, field: string, dataType: string, special: string | null, confidence: "low" | "medium" | "high" }} Row
 */

const NEAR = 3;

/** @param {string} text tab-separated, with a header @returns {Label[]} */
export function readLabels(text) {
  const [header, ...lines] = text.split(/\r?\n/).filter(Boolean);
  const columns = header.split("\t");
  return lines.map((line) => {
    const cells = line.split("\t");
    const label = Object.fromEntries(columns.map((column, index) => [column, (cells[index] ?? "").trim()]));
    return /** @type {Label} */ ({ ...label, line: Number(label.line) });
  });
}

/** @param {string} name */
function fold(name) {
  const last = name
    .replace(/^(cookie|web-storage|device|header):/, "")
    .split(/[.[\]]/)
    .filter(Boolean)
    .pop();
  return (last ?? "").replace(/["'`?!:_-]/g, "").toLowerCase();
}

/**
 * @param {readonly Label[]} labels
 * @param {readonly Row[]} rows
 * @param {(file: string) => boolean} inScope
 */
export function score(labels, rows, inScope) {
  const byFile = groupByFile(labels);
  /** @type {Set<Label>} */
  const found = new Set();
  const outcome = {
    /** @type {{ row: Row, label: Label }[]} */ right: [],
    /** @type {{ row: Row, label: Label | null }[]} */ falseAlarms: [],
    /** @type {{ row: Row, label: Label }[]} */ wrongSpecial: [],
    /** @type {Label[]} */ missed: [],
    references: { labelled: 0, found: 0 },
  };
  const seen = new Set();
  for (const row of rows) {
    const key = `${row.file}:${row.line}:${row.field}`;
    if (!inScope(row.file) || seen.has(key)) continue;
    seen.add(key);
    const label = answered(byFile.get(row.file) ?? [], row);
    if (label) found.add(label);
    const isReference = row.dataType === "person_reference";
    if (!label || label.personal === "no") {
      if (!isReference) outcome.falseAlarms.push({ row, label });
    } else if (label.personal === "yes" && label.data_type !== "person_reference") {
      outcome.right.push({ row, label });
      if ((row.special ?? "none") !== label.special) outcome.wrongSpecial.push({ row, label });
    }
  }
  const references = labels.filter(({ personal, data_type }) => personal === "yes" && data_type === "person_reference");
  outcome.references = { labelled: references.length, found: references.filter((label) => found.has(label)).length };
  outcome.missed = wanted(labels, found).filter((label) => !found.has(label));
  return { ...outcome, ...figures(outcome, wanted(labels, found)) };
}

/** @param {readonly Label[]} labels @param {ReadonlySet<Label>} found */
function wanted(labels, found) {
  const personal = labels.filter(({ personal, data_type }) => personal === "yes" && data_type !== "person_reference");
  const declared = new Set(
    labels.filter(({ personal, kind }) => personal === "yes" && kind !== "type").map(({ field }) => fold(field)),
  );
  return personal.filter((label) => found.has(label) || label.kind !== "type" || !declared.has(fold(label.field)));
}

/**
 * @param {{ right: { row: Row }[], falseAlarms: { row: Row }[], wrongSpecial: { label: Label }[], missed: Label[] }} outcome
 * @param {readonly Label[]} all
 */
function figures({ right, falseAlarms, wrongSpecial, missed }, all) {
  const special = all.filter((label) => label.special !== "none");
  const lost = new Set([...missed, ...wrongSpecial.map(({ label }) => label)]);
  const calibration = ["high", "medium", "low"].map((level) => {
    const good = right.filter(({ row }) => row.confidence === level).length;
    const bad = falseAlarms.filter(({ row }) => row.confidence === level).length;
    return { level, reported: good + bad, right: ratio(good, good + bad) };
  });
  return {
    personal: all.length,
    reported: right.length + falseAlarms.length,
    precision: ratio(right.length, right.length + falseAlarms.length),
    recall: ratio(all.length - missed.length, all.length),
    special: { labelled: special.length, found: special.filter((label) => !lost.has(label)).length },
    calibration,
  };
}

/** @param {readonly Label[]} here @param {Row} row @returns {Label | null} */
function answered(here, row) {
  const named = here
    .filter((label) => fold(label.field) === fold(row.field) && Math.abs(label.line - row.line) <= NEAR)
    .sort((a, b) => Math.abs(a.line - row.line) - Math.abs(b.line - row.line));
  return named[0] ?? here.find((label) => label.line === row.line) ?? null;
}

/** @param {number} part @param {number} whole */
function ratio(part, whole) {
  return whole === 0 ? null : part / whole;
}

/** @param {readonly Label[]} labels */
function groupByFile(labels) {
  /** @type {Map<string, Label[]>} */
  const groups = new Map();
  for (const label of labels) {
    const group = groups.get(label.file);
    if (group) group.push(label);
    else groups.set(label.file, [label]);
  }
  return groups;
}
