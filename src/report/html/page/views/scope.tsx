import { CodeLine, Facts, Nothing, PlaceLine, SeverityTag } from "../parts/bits.js";
import { LawList } from "../parts/finding.js";
import { usePage } from "../talk.js";

/** What was checked, what could not be seen, what was set aside and why: what whoever signs has to know. */
export function Scope() {
  const { model, talk } = usePage();
  const { data } = model;
  const judgements = data.declared?.notPersonal ?? [];
  return (
    <>
      <Facts
        facts={[
          { label: talk.say("scope.date"), value: talk.date(data.date) },
          { label: talk.say("scope.tool"), value: data.tool },
          { label: talk.say("scope.map"), value: data.map ?? talk.say("scope.no-map") },
          {
            label: talk.say("scope.regimes"),
            value: data.declared?.regimes.map((regime) => talk.words.say(`regime.${regime}`)).join(", "),
          },
          {
            label: talk.say("scope.files"),
            value: talk.say("scope.files-of", { n: data.analysed, whole: talk.number(data.files) }),
          },
          data.declared?.policy
            ? {
                label: talk.say("scope.policy"),
                value: [
                  data.declared.policy.file,
                  data.declared.policy.version,
                  data.declared.policy.effective && talk.date(data.declared.policy.effective),
                ]
                  .filter(Boolean)
                  .join(", "),
              }
            : null,
        ]}
      />
      <h3>{talk.say("scope.unseen")}</h3>
      <p>{talk.words.say("summary.limits")}</p>
      {data.skipped.length === 0 ? (
        <Nothing>{talk.say("scope.all-read")}</Nothing>
      ) : (
        <ul class="plain">
          {data.skipped.map(({ file, line, reason, detail }, index) => (
            <li key={index}>
              <span class="place">
                {file}:{line}
              </span>{" "}
              {talk.words.say(`skip.${reason}`)}
              {detail !== "" && ` (${detail})`}
            </li>
          ))}
        </ul>
      )}
      <h3>{talk.say("scope.suppressed")}</h3>
      {data.known && <p>{talk.say("scope.known", { n: data.known.count, since: data.known.since })}</p>}
      {data.suppressed.length === 0 && <Nothing>{talk.say("scope.none-suppressed")}</Nothing>}
      <ul class="plain">
        {data.suppressed.map((row, index) => (
          <li key={index} class="suppressed">
            <SeverityTag severity={row.severity} /> {talk.text(row.message)}
            <br />
            {talk.say("scope.reason")}: {row.reason} {row.by && <PlaceLine place={row.by} />}
            {row.place?.code && <CodeLine code={row.place.code} />}
          </li>
        ))}
      </ul>
      {judgements.length > 0 && (
        <>
          <h3>{talk.say("scope.not-personal")}</h3>
          <ul class="plain">
            {judgements.map(({ match, because, by, place }, index) => (
              <li key={index}>
                <code>{match.join(", ")}</code>: {because}
                {by !== null && ` (${by})`} <PlaceLine place={{ file: place.file, line: place.line, code: null }} />
              </li>
            ))}
          </ul>
        </>
      )}
      {data.law.length > 0 && (
        <>
          <h3>{talk.say("scope.law")}</h3>
          <p>{talk.say("scope.law-lead")}</p>
          <LawList law={data.law} />
        </>
      )}
    </>
  );
}
