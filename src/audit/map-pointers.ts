import type { DataMap } from "../model/index.js";

/** Every pointer that a map holds, each once. */
export function pointersOf(map: DataMap): string[] {
  const { controller, policy, minors, incidents } = map;
  const all: readonly (string | null | undefined)[] = [
    controller.dpo?.appointedBy,
    controller.art22?.snapshot,
    policy?.file,
    minors?.gate,
    incidents?.runbook,
    ...[...map.categories.values()].map(({ masking }) => masking),
    ...[...map.consents.values()].flatMap(({ document, capture, withdraw, proof }) => [
      document,
      capture,
      withdraw,
      proof,
    ]),
    ...[...map.retention.values()].flatMap(({ implementedBy, log }) => [...implementedBy, log]),
    ...[...map.cookies.values()].map(({ setBy }) => setBy),
    ...[...map.rights.values()].map(({ entry }) => entry),
    ...[...map.security.values(), ...map.organisation.values()].map(({ evidence }) => evidence),
  ];
  return [...new Set(all.filter((pointer): pointer is string => typeof pointer === "string" && pointer !== ""))];
}
