import { loadReaders } from "../extract/index.js";

/** What is recognised in code, by id: the collectors that are installed. */
export async function listCollectors(): Promise<{ readonly id: string; readonly recognises: string }[]> {
  const { collectors } = await loadReaders();
  return collectors.map(({ id, recognises }) => ({ id, recognises }));
}
