import type { Confidence } from "./inventory.js";

/** Points from which a verdict has a confidence, highest first; a field with fewer is not taken for personal data. */
export const confidenceThresholds: readonly (readonly [number, Confidence])[] = [
  [80, "high"],
  [50, "medium"],
  [30, "low"],
];

/** Confidence a sum of points stands for, or null when it is too little to call the field personal. */
export function confidenceOf(points: number): Confidence | null {
  return confidenceThresholds.find(([least]) => points >= least)?.[1] ?? null;
}
