import { options, render } from "preact";
import type { PageData } from "../page-data.js";
import { App } from "./app.js";
import { modelOf } from "./model.js";
import "./styles/page.css";

const root = document.getElementById("page")!;
const model = modelOf(JSON.parse(document.getElementById("data")!.textContent!) as PageData);

// Changes are shown at once: what is printed must be whole before the printer asks for it.
options.debounceRendering = (redraw) => redraw();

root.replaceChildren();
const draw = (printing: boolean): void => render(<App model={model} printing={printing} />, root);
addEventListener("beforeprint", () => draw(true));
addEventListener("afterprint", () => draw(false));
draw(false);
