import { defineLanguage } from "../document.js";
import { problemsOf } from "../lezer/problems.js";
import { prismaParser } from "../prisma/grammar.js";
import { prismaSchema, readSchema } from "../prisma/schema.js";

export default defineLanguage({
  id: "prisma",
  title: "Prisma schema",
  extensions: [".prisma"],
  yields: [prismaSchema],
  parse: (source) => {
    const tree = prismaParser().parse(source.text);
    return {
      documents: [{ syntax: prismaSchema, root: readSchema(tree, source.text), source }],
      problems: problemsOf(tree, source, "cannot be read as a Prisma schema"),
    };
  },
});
