/**
 * Whether a path ends as told: `.ts`, `openapi.yaml`, or with folders before the name (`/components/*\/*.json`), where a star stands for
 * any rest of one name. Both in lower case.
 */
export function endsLike(path: string, ending: string): boolean {
  if (!ending.includes("/")) return path.endsWith(ending);
  const wanted = ending.split("/").slice(1);
  const names = path.split("/").slice(-wanted.length);
  return names.length === wanted.length && wanted.every((one, at) => isNamed(names[at]!, one));
}

function isNamed(name: string, wanted: string): boolean {
  return wanted.startsWith("*") ? name.endsWith(wanted.slice(1)) : name === wanted;
}
