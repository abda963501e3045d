import { mayConcernConsent } from "../choices/names.js";
import { defineCollector } from "../collector.js";
import { prismaSchema } from "../prisma/schema.js";

export default defineCollector({
  id: "preset-columns",
  recognises: "columns of a Prisma schema that hold yes until someone says no",
  reads: prismaSchema,
  trigger: /@default\(\s*true\s*\)/,
  collect({ root, source }, emit) {
    for (const { kind, fields } of root.blocks) {
      if (kind !== "model") continue;
      for (const { name, nameAt, type } of fields) {
        if (type !== "Boolean" || !mayConcernConsent(name)) continue;
        const line = source.text.slice(nameAt[1]).split("\n", 1)[0]!;
        if (/@default\(\s*true\s*\)/.test(line.split("//")[0]!))
          emit.practice({ kind: "preset-choice", name, label: null, how: "column-default" }, nameAt);
      }
    }
  },
});
