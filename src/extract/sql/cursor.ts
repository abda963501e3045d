import type { Range } from "../source-text.js";
import { isWord, type SqlToken } from "./tokens.js";

export interface SqlName {
  /** Last part of a qualified name. */
  readonly name: string;
  readonly at: Range;
  /** Whether all of it is filled in by a program. */
  readonly hole: boolean;
}

/** Walks the tokens of a statement, comments left out. */
export class Cursor {
  readonly #tokens: readonly SqlToken[];
  readonly #text: string;
  #index = 0;

  constructor(tokens: readonly SqlToken[], text: string) {
    this.#tokens = tokens.filter(({ kind }) => kind !== "comment");
    this.#text = text;
  }

  get current(): SqlToken | undefined {
    return this.#tokens[this.#index];
  }

  get rest(): readonly SqlToken[] {
    return this.#tokens.slice(this.#index);
  }

  peek(ahead = 1): SqlToken | undefined {
    return this.#tokens[this.#index + ahead];
  }

  skip(count = 1): void {
    this.#index += count;
  }

  /** Steps over the words if they come next, all of them. */
  take(...words: readonly string[]): boolean {
    if (!words.every((word, ahead) => isWord(this.peek(ahead), word))) return false;
    this.#index += words.length;
    return true;
  }

  takeMark(mark: string): boolean {
    if (this.current?.kind !== "mark" || this.current.text !== mark) return false;
    this.#index++;
    return true;
  }

  /** `users`, `"users"`, `app.users`, `[dbo].[Users]`, `${prefix}users`. */
  name(): SqlName | null {
    let name: SqlName | null = null;
    do {
      const token = this.current;
      if (token?.kind !== "word" && token?.kind !== "quoted" && token?.kind !== "string") return name;
      const written = token.kind === "word" ? this.#text.slice(token.from, token.to) : token.text;
      name = { ...withoutHoles(written), at: [token.from, token.to] };
      this.#index++;
    } while (this.takeMark("."));
    return name;
  }
}

const HOLE = /\$\{([^{}]*)\}|\{\{([^{}]*)\}\}|<%=?([^%]*)%>|^:["']?(\w+)["']?$/g;

/** A name with holes is what stands around them; a name that is all hole, the last word in it. */
function withoutHoles(written: string): { name: string; hole: boolean } {
  const around = written.replace(HOLE, "").trim();
  return { name: around || (/(\w+)\W*$/.exec(written)?.[1] ?? written), hole: around === "" };
}
