import { useEffect, useMemo, useRef } from "preact/hooks";
import { titleIn } from "../static-words.js";
import { pageSpeaker } from "../words/index.js";
import { Contents } from "./contents.js";
import { Header } from "./header.js";
import type { Model } from "./model.js";
import { useNavigation, VIEWS } from "./route.js";
import { useSettings } from "./settings.js";
import { Page, talkIn } from "./talk.js";
import { PRINTED, views } from "./views/index.js";

export function App({ model, printing }: { readonly model: Model; readonly printing: boolean }) {
  const settings = useSettings(model.data.language);
  const navigation = useNavigation();
  const talk = useMemo(() => talkIn(settings.language, model), [settings.language, model]);
  const { view, focus } = navigation.route;
  const heading = useRef<HTMLHeadingElement>(null);
  const opened = useRef(false);

  useEffect(() => {
    document.title = `${talk.say(`view.${view}`)} · ${titleIn(model.data, pageSpeaker(settings.language))}`;
  }, [view, talk]);
  // Whoever follows a link to a view is put at its beginning; on opening the page, focus stays where browsers have it.
  useEffect(() => {
    if (opened.current && focus === null) {
      heading.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    opened.current = true;
  }, [view]);

  const shown = printing ? VIEWS.filter((name) => PRINTED[name]) : [view];
  return (
    <Page.Provider value={{ model, talk, navigation, printing }}>
      <a class="skip" href="#main" onClick={skip}>
        {talk.say("skip")}
      </a>
      <Header settings={settings} />
      <div class="columns">
        <Contents current={view} />
        <main id="main" tabIndex={-1}>
          {shown.map((name) => {
            const View = views[name];
            return (
              <div key={name} class={`view view-${name}`}>
                <h2 id={`view-${name}`} ref={name === view ? heading : null} tabIndex={-1}>
                  {talk.say(`view.${name}`)}
                </h2>
                <View key={name} />
              </div>
            );
          })}
        </main>
      </div>
    </Page.Provider>
  );
}

/** The address names the view: jumping to the contents must not change it. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
