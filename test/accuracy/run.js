// `npm run accuracy [-- NAME...]`: fetches the pinned packages, takes their inventory and holds it against the labels.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pacote from "pacote";
import { audit } from "../../dist/audit/index.js";
import { corpora } from "./corpora.js";
import { readLabels, score } from "./score.js";

const labelsFolder = join(import.meta.dirname, "labels");
const wantedNames = process.argv.slice(2);
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

async function measure({ name, package: spec, integrity }) {
  const folder = await mkdtemp(join(tmpdir(), "opis-accuracy-"));
  try {
    await pacote.extract(spec, folder, { integrity });
    const scope = (await readFile(join(labelsFolder, `${name}.scope.txt`), "utf8")).split("\n").filter(Boolean);
    const labels = readLabels(await readFile(join(labelsFolder, `${name}.tsv`), "utf8"));
    const { result } = await audit({ cwd: folder, root: folder, map: null, paths: scope });
    const files = new Set(scope);
    return score(labels, result.inventory, (file) => files.has(file));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function percent(share) {
  return share === null ? "-" : `${(share * 100).toFixed(1)} %`;
}
