import { readFileSync } from "node:fs";
import type { SkipReason } from "../model/index.js";

/** Larger files are no source that a person wrote. */
export const MAX_BYTES = 5_000_000;

export interface Unread {
  readonly skip: SkipReason;
  readonly detail: string;
}

const STRICT = new TextDecoder("utf-8", { fatal: true });
const LENIENT = new TextDecoder("utf-8");

/** Bytes of a source file, or why there are none. Never throws for what a disk may hold. */
export function readBytes(path: string, size: number): Buffer | Unread {
  if (size > MAX_BYTES) return { skip: "too-large", detail: `${size} bytes, limit ${MAX_BYTES}` };
  try {
    // In one call of the thread that waits for it anyway: several times faster than through a promise.
    return readFileSync(path);
  } catch (error) {
    return { skip: "unreadable", detail: (error as NodeJS.ErrnoException).code ?? String(error) };
  }
}

/** Text of a source file, or why it is none. `repaired`: some of its bytes were no UTF-8. */
export function decode(bytes: Buffer): { readonly text: string; readonly repaired: boolean } | Unread {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: bytes.subarray(2).toString("utf16le"), repaired: false };
  if (bytes.subarray(0, 8192).includes(0)) return { skip: "binary", detail: "has NUL bytes" };
  try {
    return { text: STRICT.decode(bytes), repaired: false };
  } catch {
    return { text: LENIENT.decode(bytes), repaired: true };
  }
}

/** Text of a source file, or why there is none. */
export function readSource(path: string, size: number): ReturnType<typeof decode> {
  const bytes = readBytes(path, size);
  return "skip" in bytes ? bytes : decode(bytes);
}
