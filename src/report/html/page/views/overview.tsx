import type { Severity } from "../../../../model/index.js";
import type { PageFinding } from "../../page-data.js";
import { verdictOf } from "../../verdict.js";
import { isCounted, themeOf } from "../model.js";
import { Bar, StackedBar } from "../parts/bits.js";
import { FindingCard } from "../parts/finding.js";
import { viewHash } from "../route.js";
import { usePage } from "../talk.js";
import { Changes } from "./changes.js";

const SEVERITIES = ["error", "warning", "note"] as const satisfies readonly Severity[];
const WORST = 5;

/** The report at a glance. */
export function Overview() {
  const { model, talk, printing } = usePage();
  const { data } = model;
  const verdict = verdictOf(data);
  const count = (severity: Severity) => data.findings.filter((finding) => finding.severity === severity).length;
  const worst = oneOfEachRule(data.findings).slice(0, WORST);
  return (
    <>
      <div class={`verdict verdict-${verdict}`}>
        <p class="said">{talk.say(`verdict.${verdict}`, { n: count("error") })}</p>
        <p>{talk.say("verdict.limits")}</p>
        {data.skipped.length > 0 && (
          <p>
            <a href={viewHash("scope")}>
              {talk.say("verdict.skipped", { n: new Set(data.skipped.map(({ file }) => file)).size })}
            </a>
          </p>
        )}
      </div>
      <ul class="figures">
        {SEVERITIES.map((severity) => (
          <li key={severity} class={`figure figure-${severity}`}>
            <a href={viewHash("findings", { severity })}>
              <b>{talk.number(count(severity))}</b> {talk.say(`figure.${severity}`, { n: count(severity) })}
            </a>
          </li>
        ))}
        <li class="figure">
          <a href={viewHash("fields")}>
            <b>{talk.number(data.coverage.fields)}</b> {talk.say("figure.fields", { n: data.coverage.fields })}
          </a>
        </li>
        <li class="figure">
          <a href={viewHash("recipients")}>
            <b>{talk.number(data.recipients.length)}</b> {talk.say("figure.recipients", { n: data.recipients.length })}
          </a>
        </li>
      </ul>
      <Coverage />
      {data.changes && <Changes changes={data.changes} />}
      {worst.length > 0 && <ThemeTable findings={data.findings} />}
      {worst.length > 0 && !printing && (
        <section aria-labelledby="worst">
          <h3 id="worst">{talk.say("overview.worst")}</h3>

          <div class="findings">
            {worst.map((finding) => (
              <FindingCard key={finding.fingerprint} finding={finding} open={false} />
            ))}
            <p>
              <a href={viewHash("findings")}>{talk.say("overview.all", { n: data.findings.length })}</a>
            </p>
          </div>
        </section>
      )}
      <Special />
    </>
  );
}

function Coverage() {
  const { model, talk } = usePage();
  const { coverage, changes, map } = model.data;
  if (map === null || coverage.fields === 0) return null;
  const before = changes?.coverage;
  return (
    <section aria-labelledby="coverage">
      <h3 id="coverage">{talk.say("overview.coverage")}</h3>
      <table class="coverage">
        <caption>{talk.say("overview.coverage-caption", { n: coverage.fields })}</caption>
        <tbody>
          {(["declared", "withCategory", "withPurpose", "withRetention"] as const).map((key) => (
            <tr key={key}>
              <th scope="row">{talk.say(`coverage.${key}`)}</th>
              <td class="bar-cell">
                <Bar
                  part={coverage[key]}
                  whole={coverage.fields}
                  tone={coverage[key] === coverage.fields ? "good" : "lacking"}
                />
              </td>
              <td class="amount">
                {talk.percent(coverage[key], coverage.fields)}{" "}
                <span class="of">
                  {talk.words.say("summary.of", {
                    part: talk.number(coverage[key]),
                    whole: talk.number(coverage.fields),
                  })}
                </span>
                {before && (
                  <span class="before">
                    {" "}
                    {talk.say("coverage.before", { percent: talk.percent(before[key], before.fields) })}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Which themes have most against them, as bars. */
function ThemeTable({ findings }: { readonly findings: readonly PageFinding[] }) {
  const { talk } = usePage();
  const themes = new Map<string, Record<Severity, number>>();
  for (const { rule, severity } of findings) {
    const counts = themes.get(themeOf(rule)) ?? { error: 0, warning: 0, note: 0 };
    counts[severity] += 1;
    themes.set(themeOf(rule), counts);
  }
  const whole = ({ error, warning, note }: Record<Severity, number>) => error + warning + note;
  const rows = [...themes].sort(([, a], [, b]) => b.error - a.error || whole(b) - whole(a));
  const most = Math.max(...rows.map(([, counts]) => whole(counts)));
  return (
    <table class="by-theme">
      <caption>{talk.say("overview.by-theme")}</caption>
      <tbody>
        {rows.map(([theme, counts]) => (
          <tr key={theme}>
            <th scope="row">
              <a href={viewHash("findings", { theme })}>{talk.term("theme", theme)}</a>
            </th>
            <td class="bar-cell">
              <StackedBar parts={SEVERITIES.map((tone) => ({ tone, part: counts[tone] }))} whole={most} />
            </td>
            <td class="amount">
              {SEVERITIES.filter((severity) => counts[severity] > 0)
                .map(
                  (severity) =>
                    `${talk.number(counts[severity])} ${talk.say(`figure.${severity}`, { n: counts[severity] })}`,
                )
                .join(", ")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Special categories, biometrics and criminal records: named even where everything about them is in order. */
function Special() {
  const { model, talk } = usePage();
  const counts = new Map<string, number>();
  for (const field of model.data.fields) {
    if (field.special !== null && isCounted(field)) counts.set(field.special, (counts.get(field.special) ?? 0) + 1);
  }
  return (
    <section aria-labelledby="special">
      <h3 id="special">{talk.words.say("none.special")}</h3>
      {counts.size === 0 ? (
        <p>{talk.say("overview.no-special")}</p>
      ) : (
        <ul>
          {[...counts].map(([special, count]) => (
            <li key={special}>
              <a href={viewHash("fields", { special })}>{talk.words.say(`special.${special as "health"}`)}</a>:{" "}
              {talk.say("count.fields", { n: count })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The first finding of each rule: five times the same says less than five things. */
function oneOfEachRule(findings: readonly PageFinding[]): PageFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule }) => !seen.has(rule) && seen.add(rule));
}
