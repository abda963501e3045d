import { THEMES, type Settings, type Theme } from "./settings.js";
import { usePage } from "./talk.js";

/** Whose report it is, of which day and by which tool; language, colours, printing. */
export function Header({ settings }: { readonly settings: Settings }) {
  const { model, talk } = usePage();
  const { declared, date, tool } = model.data;
  const other = settings.language === "ru" ? "en" : "ru";
  return (
    <header class="top">
      <div class="whose">
        <h1>{talk.say("title")}</h1>
        <p>
          {declared && (
            <>
              <span class="operator">
                {talk.say("operator")}: <b>{declared.controller.name}</b>
              </span>{" "}
            </>
          )}
          <span class="made">
            <time dateTime={date}>{talk.date(date)}</time> · {tool}
          </span>
        </p>
      </div>
      <div class="controls">
        <button type="button" lang={other} onClick={() => settings.setLanguage(other)}>
          {other === "ru" ? "Русский" : "English"}
        </button>
        <label class="theme">
          <span class="unseen">{talk.say("theme")}</span>
          <select value={settings.theme} onChange={(event) => settings.setTheme(event.currentTarget.value as Theme)}>
            {THEMES.map((theme) => (
              <option key={theme} value={theme}>
                {talk.say(`theme.${theme}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => print()}>
          {talk.say("print")}
        </button>
      </div>
    </header>
  );
}
