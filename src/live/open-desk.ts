import { Worker } from "node:worker_threads";
import { OwnDesk, type Desk } from "./desk.js";
import type { Answer, Call } from "./worker.js";

/** A desk in a thread of its own. Workers run compiled code: from TypeScript sources the work is done here. */
export function openDesk(): Desk {
  return import.meta.url.endsWith(".ts") ? new OwnDesk() : deskInWorker();
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: unknown) => void;
}

function deskInWorker(): Desk {
  const worker = new Worker(new URL("./worker.js", import.meta.url));
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.on("message", ({ id, value, error }: Answer) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(value as never);
    else asked?.reject(error);
  });
  worker.on("error", (error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  const call =
    <Method extends keyof Desk>(method: Method) =>
    (...given: Parameters<Desk[Method]>): ReturnType<Desk[Method]> =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.postMessage({ id: last, method, given } satisfies Call);
      }) as ReturnType<Desk[Method]>;
  return {
    open: call("open"),
    put: call("put"),
    changeMap: call("changeMap"),
    turn: call("turn"),
    audit: call("audit"),
    declare: call("declare"),
    close: async () => {
      await worker.terminate();
    },
  };
}
