import { readFileSync } from "node:fs";
import type { SkipReason } from "../model/index.js";

/** Larger files are no source that a person wrote. */
export const MAX_BYTES = 5_000_000;

export type ReadResult =
  { readonly text: string; readonly repaired: boolean } | { readonly skip: SkipReason; readonly detail: string };

const STRICT = new TextDecoder("utf-8", { fatal: true });
const LENIENT = new TextDecoder("utf-8");

/** Text of a source file, or why it is none. Never throws for what a disk may hold. */
export function readSource(path: string, size: number): ReadResult {
  if (size > MAX_BYTES) return { skip: "too-large", detail: `${size} bytes, limit ${MAX_BYTES}` };
  let bytes: Buffer;
  try {
    // In one call of the thread that waits for it anyway: several times faster than through a promise.
    bytes = readFileSync(path);
  } catch (error) {
    return { skip: "unreadable", detail: (error as NodeJS.ErrnoException).code ?? String(error) };
  }
  return decode(bytes);
}

function decode(bytes: Buffer): ReadResult {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: bytes.subarray(2).toString("utf16le"), repaired: false };
  if (bytes.subarray(0, 8192).includes(0)) return { skip: "binary", detail: "has NUL bytes" };
  try {
    return { text: STRICT.decode(bytes), repaired: false };
  } catch {
    return { text: LENIENT.decode(bytes), repaired: true };
  }
}
