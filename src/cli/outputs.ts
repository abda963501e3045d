import { formats, type FormatName } from "../report/index.js";
import { UsageError } from "./failure.js";
import { nearestOf } from "./nearest.js";
import type { CliSpeaker } from "./words/index.js";

/** One report asked for: a format, and the file or stream it goes to. */
export interface OutputRequest {
  readonly format: FormatName;
  readonly to: { readonly file: string } | "stdout" | "stderr";
}

/** What `--format` asks for: `json` or `json=report.json`, as many as were given; by default the terminal's. At most one may go to standard output. */
export function parseOutputs(given: readonly string[], words: CliSpeaker): OutputRequest[] {
  if (given.length === 0) return [{ format: "terminal", to: "stdout" }];
  const requests = given.map((text) => parseOutput(text, words));
  const [, second] = requests.filter(({ to }) => to === "stdout");
  if (second) throw new UsageError(words.say("error.two-stdout", { format: second.format }));
  return requests;
}

function parseOutput(text: string, words: CliSpeaker): OutputRequest {
  const equals = text.indexOf("=");
  const name = equals < 0 ? text : text.slice(0, equals);
  if (!isFormat(name)) {
    const near = nearestOf(name, Object.keys(formats));
    const message = words.say("error.format", { format: name, formats: Object.keys(formats).join(", ") });
    throw new UsageError(message, near && words.say("error.nearest", { list: near }));
  }
  if (equals < 0) return { format: name, to: "stdout" };
  const file = text.slice(equals + 1);
  if (file === "") throw new UsageError(words.say("error.format-file", { format: name }));
  return { format: name, to: { file } };
}

function isFormat(name: string): name is FormatName {
  return Object.hasOwn(formats, name);
}
