import { exitCodes } from "./exit-code.js";

/** Ends at once on Ctrl-C, and says nothing when the reader of the output goes away (`opis | head`). */
export function tameProcess(): void {
  // Worker threads end with the process; files are renamed into place, so none is left half written.
  process.once("SIGINT", () => process.exit(exitCodes.interrupted));
  process.once("SIGTERM", () => process.exit(exitCodes.terminated));
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}
