import { formatPlace } from "../../../model/index.js";
import { asks, fields, known, paragraph, says, signature, table } from "../build.js";
import type { Block, Draft, Value } from "../document.js";
import type { Drafting } from "../drafting.js";
import { plainMessage } from "../../finding-message.js";
import { ruleCounts, severityCounts } from "../../counts.js";
import { coverageLines } from "../../coverage.js";
import { speaker } from "../../words/index.js";
import { operatorName } from "../operator.js";

/** Protocol of the audit, to be signed: what was checked and with what, what was found, left out and not seen. */
export function protocol(draft: Drafting): Draft {
  const { say, names, result, map, commit, language, words } = draft;
  const reports = speaker(language);
  const counts = severityCounts(result.findings, reports);
  return {
    title: say("protocol.title"),
    subtitle: say("as-of", { date: names.date(result.date) }),
    blocks: [
      fields([
        [say("operator.name"), operatorName(draft)],
        [say("protocol.tool"), says(`${result.tool.name} ${result.tool.version}`)],
        [say("protocol.commit"), known(commit, say("ask.commit"))],
        [say("protocol.date"), result.date === "" ? asks(say("ask.date")) : says(names.date(result.date))],
        [say("protocol.map"), known(result.map, say("ask.map"))],
        [say("protocol.regimes"), says(...map.regimes.map((regime) => reports.say(`regime.${regime}`)))],
        [
          say("protocol.files"),
          says(
            say("protocol.analysed", {
              files: words.number(result.scope.files),
              analysed: words.number(result.scope.analysed),
            }),
          ),
        ],
        [say("protocol.fields"), says(words.number(result.inventory.length))],
        ...coverageLines(result.coverage, reports).map(
          ({ label, percent, of }) => [label, says(`${of} (${percent})`)] as const,
        ),
        [
          say("protocol.result"),
          says(...(counts.length === 0 ? [say("protocol.clean")] : counts.map((count) => count.words))),
        ],
      ]),
      ...findings(draft),
      ...suppressed(draft),
      ...denied(draft),
      ...unseen(draft),
      paragraph(say("protocol.limits")),
      paragraph(say("protocol.no-proof")),
      signature(say("sign.auditor"), say("sign.dpo"), say("sign.date")),
    ],
  };
}

function findings({ say, result, catalog, language }: Drafting): Block[] {
  const reports = speaker(language);
  const rows = ruleCounts(result.findings).map(({ rule, severity, count }) => [
    says(reports.say(`severity.${severity}`)),
    says(rule, catalog.rules.get(rule)?.title[language] ?? null),
    says(String(count)),
  ]);
  if (rows.length === 0) return [];
  return [
    table(
      say("protocol.findings"),
      [
        [say("protocol.severity"), 20],
        [say("protocol.rule"), 62],
        [say("protocol.count"), 18],
      ],
      rows,
    ),
  ];
}

function suppressed({ say, result, catalog, language }: Drafting): Block[] {
  if (result.suppressed.length === 0) return [paragraph(say("protocol.no-suppressed"))];
  const words = speaker(language);
  return [
    table(
      say("protocol.suppressed"),
      [
        [say("protocol.rule"), 24],
        [say("protocol.what"), 34],
        [say("protocol.reason"), 24],
        [say("protocol.by"), 18],
      ],
      result.suppressed.map(({ finding, reason, by }) => [
        says(finding.rule),
        says(plainMessage(finding, catalog.rules.get(finding.rule) ?? null, { catalog, words })),
        known(reason, say("ask.reason", { subject: finding.subject })),
        by === null ? says("—") : says(formatPlace(by)),
      ]),
    ),
  ];
}

/** What the map says is no personal data: a judgement that whoever signs answers for. */
function denied({ say, map }: Drafting): Block[] {
  if (map.notPersonal.length === 0) return [];
  return [
    table(
      say("protocol.not-personal"),
      [
        [say("fields"), 40],
        [say("protocol.reason"), 38],
        [say("protocol.by"), 22],
      ],
      map.notPersonal.map(({ match, because, by }) => [
        says(...match),
        says(because),
        known(by, say("ask.by", { match: match.join(", ") })),
      ]),
    ),
  ];
}

function unseen({ say, result, language }: Drafting): Block[] {
  const { skipped } = result.scope;
  if (skipped.length === 0) return [paragraph(say("protocol.all-read"))];
  const words = speaker(language);
  return [
    table(
      say("protocol.skipped"),
      [
        [say("protocol.file"), 40],
        [say("protocol.reason"), 60],
      ],
      skipped.map(({ file, line, reason, detail }): Value[] => [
        says(`${file}:${line}`),
        says(words.say(`skip.${reason}`), detail),
      ]),
    ),
  ];
}
