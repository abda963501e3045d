import { appendFile, mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { UsageError } from "./failure.js";
import type { CliSpeaker } from "./words/index.js";

/** Writes a file whole or not at all, making its folder if need be. */
export async function writeWhole(
  cwd: string,
  file: string,
  text: string | Uint8Array,
  words: CliSpeaker,
): Promise<void> {
  const path = resolve(cwd, file);
  await orComplain(file, words, async () => {
    await mkdir(dirname(path), { recursive: true });
    await writeFileAtomic(path, typeof text === "string" ? text : Buffer.from(text));
  });
}

/** The same for a file of the user's own, which is not written over unless they say so. */
export async function writeNew(
  cwd: string,
  file: string,
  text: string,
  { force, words }: { readonly force: boolean; readonly words: CliSpeaker },
): Promise<void> {
  const there = await stat(resolve(cwd, file)).then(
    () => true,
    () => false,
  );
  if (there && !force) throw new UsageError(words.say("error.exists", { file }), words.say("error.exists-hint"));
  await writeWhole(cwd, file, text, words);
}

/** Adds to a file that others write to as well. */
export async function appendTo(file: string, text: string, words: CliSpeaker): Promise<void> {
  await orComplain(file, words, () => appendFile(file, text));
}

async function orComplain(file: string, words: CliSpeaker, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(words.say("error.write", { file, reason }));
  }
}
