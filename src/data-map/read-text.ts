import { open } from "node:fs/promises";
import type { Place } from "../model/index.js";
import { complain } from "./complain.js";
import type { Complaint } from "./complaint.js";

/** Bytes a single file of the map may have. A line of a hundred characters for each of fifty thousand fields still fits. */
export const maximumBytes = 5_000_000;

/** Text of a file, its byte-order mark taken off, or what is wrong with it. `name` is how complaints call the file. */
export async function readText(file: string, name: string): Promise<string | Complaint> {
  const top: Place = { file: name, line: 1, column: 1 };
  let handle;
  try {
    handle = await open(file, "r");
  } catch (error) {
    return unreadable(error, top);
  }
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) return complain("not-a-file", top, "", { what: stat.isDirectory() ? "@folder" : "@device" });
    if (stat.size > maximumBytes)
      return complain("too-large", top, "", { size: megabytes(stat.size), limit: megabytes(maximumBytes) });
    return decode(await handle.readFile(), top);
  } catch (error) {
    return unreadable(error, top);
  } finally {
    await handle.close();
  }
}

function unreadable(error: unknown, top: Place): Complaint {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  if (code === "ENOENT" || code === "ENOTDIR") return complain("not-found", top);
  if (code === "EISDIR") return complain("not-a-file", top, "", { what: "@folder" });
  return complain("unreadable", top, "", { reason: code });
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1).replace(/\.0$/, "");

function decode(bytes: Buffer, top: Place): string | Complaint {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return complain("encoding", top);
  const text = new TextDecoder("utf-8").decode(bytes);
  const zero = text.indexOf("\0");
  if (zero >= 0) return complain("binary", placeAt(text, zero, top));
  if (isUtf8(bytes)) return text;
  return complain("encoding", placeAt(text, text.indexOf("\ufffd"), top));
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function placeAt(text: string, offset: number, { file }: Place): Place {
  const before = text.slice(0, offset).split("\n");
  return { file, line: before.length, column: before.at(-1)!.length + 1 };
}
