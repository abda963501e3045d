/**
 * A subject without the path before an id (`packages/crm/lead.ts#type:Lead.phone`): the path comes and goes with other records of the name,
 * and changes when the file is renamed.
 */
export function withoutPath(subject: string): string {
  const hash = subject.indexOf("#");
  // A hash may belong to the name of a cookie; a path before an id holds no colon.
  return hash > 0 && !subject.slice(0, hash).includes(":") ? subject.slice(hash + 1) : subject;
}
