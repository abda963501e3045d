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
}

export function processIo(): Io {
  const someone = process.stdin.isTTY && process.stdout.isTTY && !process.env["CI"];
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    ...(someone && { ask: askOnTerminal }),
  };
}

async function askOnTerminal(message: string): Promise<boolean | null> {
  const { default: confirm } = await import("@inquirer/confirm");
  try {
    return await confirm({ message, default: true });
  } catch (error) {
    // Ctrl-C and Ctrl-D reach a prompt as keys.
    if (error instanceof Error && error.name === "ExitPromptError") return null;
    throw error;
  }
}
