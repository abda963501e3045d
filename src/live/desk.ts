import type { ScannedFile } from "../scan/index.js";
import { CodeBase, type LiveOptions, type Seed, type Turnover } from "./code-base.js";
import { declarationOf, type Declaration } from "./declare.js";
import { pictureOf, type Picture } from "./picture.js";

/** What can be asked of a code base that is audited aside, so that whoever asks is not kept. */
export interface Desk {
  open(options: LiveOptions, seed: Seed, texts: ReadonlyMap<string, string>): Promise<void>;
  put(file: string, scanned: ScannedFile, text: string | null): Promise<void>;
  changeMap(path: string, text: string | null): Promise<void>;
  turn(turnover: Turnover): Promise<void>;
  audit(): Promise<Picture>;
  declare(field: string, question: string): Promise<Declaration | null>;
  close(): Promise<void>;
}

/** Does the work where it is asked for, one thing after the other. */
export class OwnDesk implements Desk {
  #base!: CodeBase;

  async open(options: LiveOptions, seed: Seed, texts: ReadonlyMap<string, string>): Promise<void> {
    this.#base = await CodeBase.open(options, seed, texts);
  }

  async put(file: string, scanned: ScannedFile, text: string | null): Promise<void> {
    this.#base.put(file, scanned, text);
  }

  async changeMap(path: string, text: string | null): Promise<void> {
    await this.#base.changeMap(path, text);
  }

  async turn(turnover: Turnover): Promise<void> {
    this.#base.turn(turnover);
  }

  async audit(): Promise<Picture> {
    return pictureOf(await this.#base.audit(), this.#base.complaints);
  }

  async declare(field: string, question: string): Promise<Declaration | null> {
    const { model } = await this.#base.audit();
    return model && declarationOf(model, field, question);
  }

  async close(): Promise<void> {
    // Nothing is held open.
  }
}
