import { orBrokenOff, terminalPrompter, type Prompter } from "./prompts.js";

/** One of the two streams a command writes to. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  /** Width of the terminal. */
  readonly columns?: number | undefined;
}

/** Everything commands take from their surroundings, so that tests can be the surroundings. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Asks whoever is there; null as an answer when they break off. Left out where nobody is. */
  readonly ask?: (question: string) => Promise<boolean | null>;
  /** Hands over the keys that are pressed, until released. Left out where nobody is. */
  readonly keys?: (pressed: (key: string) => void) => () => void;
  /** Asks more than a yes or no. Left out where nobody is. */
  readonly prompts?: Prompter;
}

export function processIo(): Io {
  const someone = process.stdin.isTTY && process.stdout.isTTY && !process.env["CI"];
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    ...(someone && { ask: askOnTerminal, prompts: terminalPrompter, keys: keysOfTerminal }),
  };
}

function keysOfTerminal(pressed: (key: string) => void): () => void {
  const { stdin } = process;
  const listen = (chunk: Buffer): void => {
    for (const key of chunk.toString("utf8")) pressed(key);
  };
  stdin.setRawMode(true);
  stdin.on("data", listen);
  stdin.resume();
  return () => {
    stdin.off("data", listen);
    stdin.setRawMode(false);
    stdin.pause();
  };
}

async function askOnTerminal(message: string): Promise<boolean | null> {
  const { default: confirm } = await import("@inquirer/confirm");
  return orBrokenOff(confirm({ message, default: true }));
}
