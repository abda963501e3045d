// `npm run accuracy [-- NAME...]`: fetches the pinned code bases, takes their inventory and holds it against the labels.
// `--checkouts FOLDER` takes a code base from FOLDER/NAME where it is there.
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import pacote from "pacote";
import { audit } from "../../dist/audit/index.js";
import { corpora } from "./corpora.js";
import { readLabels, score } from "./score.js";

const labelsFolder = join(import.meta.dirname, "labels");
const { values: flags, positionals: wantedNames } = parseArgs({
  allowPositionals: true,
  options: { checkouts: { type: "string" } },
});
const chosen = corpora.filter(({ name }) => wantedNames.length === 0 || wantedNames.includes(name));
if (chosen.length === 0) {
  console.error(`no such corpus; there are: ${corpora.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}

const table = [];
for (const corpus of chosen) {
  const outcome = await measure(corpus);
  for (const { file, line, owner, field, data_type } of outcome.missed)
    console.log(`missed       ${corpus.name} ${file}:${line} ${owner}.${field} (${data_type})`);
  for (const { row, label } of outcome.falseAlarms) {
    console.log(
      `false alarm  ${corpus.name} ${row.file}:${row.line} ${row.owner}.${row.field} said ${row.dataType}, ${row.confidence}${label ? "" : ", no label"}`,
    );
  }
  for (const { row, label } of outcome.wrongSpecial) {
    console.log(
      `special      ${corpus.name} ${row.file}:${row.line} ${row.field} is ${label.special}, said ${row.special ?? "none"}`,
    );
  }
  table.push(outcome);
}

console.log();
console.table(
  Object.fromEntries(
    chosen.map(({ name }, index) => {
      const { personal, reported, precision, recall, special, references, calibration } = table[index];
      return [
        name,
        {
          personal,
          reported,
          precision: percent(precision),
          recall: percent(recall),
          special: `${special.found}/${special.labelled}`,
          references: `${references.found}/${references.labelled}`,
          ...Object.fromEntries(
            calibration.map(({ level, reported: said, right }) => [
              `right when ${level}`,
              `${percent(right)} of ${said}`,
            ]),
          ),
        },
      ];
    }),
  ),
);

async function measure(corpus) {
  const own = flags.checkouts === undefined ? null : join(flags.checkouts, corpus.name);
  if (own !== null && existsSync(own)) return measureIn(resolve(own), corpus.name);
  const folder = await mkdtemp(join(tmpdir(), "opis-accuracy-"));
  try {
    const { spec, options } = originOf(corpus);
    await pacote.extract(spec, folder, options);
    return await measureIn(folder, corpus.name);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Packages come from the registry; repositories as the archive of a commit, whose name is its content. */
function originOf({ package: name, integrity, repository, commit }) {
  return name
    ? { spec: name, options: { integrity } }
    : { spec: `https://codeload.github.com/${repository}/tar.gz/${commit}`, options: {} };
}

async function measureIn(folder, name) {
  const scope = (await readFile(join(labelsFolder, `${name}.scope.txt`), "utf8")).split("\n").filter(Boolean);
  const labels = readLabels(await readFile(join(labelsFolder, `${name}.tsv`), "utf8"));
  const { result } = await audit({ cwd: folder, root: folder, map: null, paths: scope });
  const files = new Set(scope);
  return score(labels, result.inventory, (file) => files.has(file));
}

function percent(share) {
  return share === null ? "-" : `${(share * 100).toFixed(1)} %`;
}
