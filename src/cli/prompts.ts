export interface Choice<Value extends string> {
  readonly value: Value;
  readonly name: string;
}

/** Asks whoever is at the terminal. Every answer is null when they break off. */
export interface Prompter {
  /** `check` returns what is wrong with an answer, or null. */
  text(
    question: string,
    options: { readonly proposed: string; readonly check: (answer: string) => string | null },
  ): Promise<string | null>;
  one<Value extends string>(
    question: string,
    choices: readonly Choice<Value>[],
    proposed: Value,
  ): Promise<Value | null>;
  many<Value extends string>(
    question: string,
    choices: readonly Choice<Value>[],
    options: { readonly proposed: readonly Value[]; readonly atLeastOne: string | null },
  ): Promise<readonly Value[] | null>;
}

/** The packages that ask are loaded with the first question. */
export const terminalPrompter: Prompter = {
  async text(message, { proposed, check }) {
    const { default: input } = await import("@inquirer/input");
    return orBrokenOff(input({ message, default: proposed, validate: (answer) => check(answer) ?? true }));
  },
  async one(message, choices, proposed) {
    const { default: select } = await import("@inquirer/select");
    return orBrokenOff(select({ message, choices: [...choices], default: proposed }));
  },
  async many(message, choices, { proposed, atLeastOne }) {
    const { default: checkbox } = await import("@inquirer/checkbox");
    return orBrokenOff(
      checkbox({
        message,
        choices: choices.map((choice) => ({ ...choice, checked: proposed.includes(choice.value) })),
        validate: (chosen) => atLeastOne === null || chosen.length > 0 || atLeastOne,
      }),
    );
  },
};

/** Ctrl-C and Ctrl-D reach a prompt as keys. */
export async function orBrokenOff<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && error.name === "ExitPromptError") return null;
    throw error;
  }
}
