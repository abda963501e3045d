import { parentPort } from "node:worker_threads";
import { OwnDesk, type Desk } from "./desk.js";

/** A call of one of the desk's methods, answered under its number. */
export interface Call {
  readonly id: number;
  readonly method: keyof Desk;
  readonly given: readonly unknown[];
}

export interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: unknown;
}

const port = parentPort!;
const desk = new OwnDesk();
let before: Promise<unknown> = Promise.resolve();

// One call after the other: a change is seen by whatever is asked after it.
port.on("message", (call: Call) => {
  before = before.then(() => answer(call));
});

async function answer({ id, method, given }: Call): Promise<void> {
  try {
    const work = desk[method] as (...given: readonly unknown[]) => Promise<unknown>;
    port.postMessage({ id, value: await work.apply(desk, [...given]) } satisfies Answer);
  } catch (error) {
    port.postMessage({ id, error } satisfies Answer);
  }
}
