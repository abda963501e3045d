import type { TSESTree } from "@typescript-eslint/typescript-estree";
import { visitorKeys } from "@typescript-eslint/visitor-keys";

/** The nodes inside a part of the tree, the part itself first, in document order. */
export function within(part: TSESTree.Node): TSESTree.Node[] {
  const inside: TSESTree.Node[] = [];
  const open: unknown[] = [part];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== "object" || node === null || !("type" in node)) continue;
    inside.push(node as TSESTree.Node);
    const keys = visitorKeys[(node as TSESTree.Node).type] ?? [];
    for (const key of [...keys].reverse()) {
      const child = (node as Record<string, unknown>)[key];
      if (Array.isArray(child)) open.push(...(child as unknown[]).toReversed());
      else open.push(child);
    }
  }
  return inside;
}
