import type { CategoryKind, DataMap, Special } from "../../model/index.js";

/** Whether the map claims an exemption for data of the category at all; whether it holds is another question. */
export function isExempted(map: DataMap, category: string | null): boolean {
  return category !== null && map.specialExemptions.some((exemption) => exemption.category === category);
}

/** Kind of category that data of this kind belong in. */
export function kindOf(special: Special): CategoryKind {
  return special === "biometric" || special === "criminal" ? special : "special";
}
