import type { Place } from "../../model/index.js";
import { codeLine } from "../code-frame.js";
import type { PagePlace } from "./page-data.js";

/** Columns of code that a page of A4 has room for. */
const WIDTH = 100;

/** Turns places into what the page shows of them, with their lines of code where the texts are at hand. */
export function placer(texts: ReadonlyMap<string, string>): (place: Place) => PagePlace {
  return (place) => {
    const text = texts.get(place.file);
    const line = text === undefined ? null : codeLine(text, place, WIDTH);
    return {
      file: place.file,
      line: place.line,
      code: line && { before: line.before, marked: line.marked, after: line.after },
    };
  };
}
