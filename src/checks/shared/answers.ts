/** Whether text of the map says something: drafts leave a question mark where only a person knows the answer. */
export function isAnswered(text: string | null): text is string {
  return text !== null && text.trim() !== "" && !text.trim().startsWith("?");
}
