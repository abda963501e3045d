import { useLayoutEffect, useState } from "preact/hooks";
import type { Language } from "../../../model/index.js";

export const THEMES = ["auto", "light", "dark"] as const;

export type Theme = (typeof THEMES)[number];

export interface Settings {
  readonly language: Language;
  readonly theme: Theme;
  readonly setLanguage: (language: Language) => void;
  readonly setTheme: (theme: Theme) => void;
}

const NAME = "opis-report";

/** The reader's choices, remembered where the browser allows a page from disk to remember anything. */
export function useSettings(language: Language): Settings {
  const [chosen, setChosen] = useState(() => ({ language, theme: "auto" as Theme, ...remembered() }));
  useLayoutEffect(() => {
    document.documentElement.lang = chosen.language;
    document.documentElement.dataset["theme"] = chosen.theme;
  }, [chosen]);
  const choose = (change: Partial<typeof chosen>): void => {
    const now = { ...chosen, ...change };
    setChosen(now);
    try {
      localStorage.setItem(NAME, JSON.stringify({ theme: now.theme, language: now.language }));
    } catch {
      // Without storage the choice lasts as long as the page is open.
    }
  };
  return {
    ...chosen,
    setLanguage: (value) => choose({ language: value }),
    setTheme: (value) => choose({ theme: value }),
  };
}

function remembered(): { language?: Language; theme?: Theme } {
  try {
    const { language, theme } = JSON.parse(localStorage.getItem(NAME) ?? "{}") as Record<string, unknown>;
    return {
      ...((language === "en" || language === "ru") && { language }),
      ...(THEMES.some((known) => known === theme) && { theme: theme as Theme }),
    };
  } catch {
    return {};
  }
}
