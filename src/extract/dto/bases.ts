import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { BaseDraft } from "../collector.js";
import { calleePath, type Script } from "../estree/index.js";
import { optionsOf } from "../schema-builders/index.js";

/** Shapes behind an `extends` clause: a class, mapped types (`OmitType(User, ["password"])`), a schema made into a class, mixins. */
export function basesOf(superClass: TSESTree.Node | null | undefined, script: Script): BaseDraft[] {
  if (!superClass) return [];
  const path = calleePath(superClass);
  if (path && !path.includes("()") && superClass.type !== "CallExpression")
    return [{ name: path.join("."), at: superClass.range }];
  if (superClass.type !== "CallExpression") return [];
  const called = calleePath(superClass.callee)?.at(-1) ?? "";
  const [first, ...rest] = superClass.arguments;
  const narrowing = called === "PickType" || called === "OmitType";
  const inner = (
    narrowing || /^(?:PartialType|RequiredType|createZodDto|DeepPartialType)$/.test(called) ? [first] : [first, ...rest]
  )
    .filter((argument) => argument !== undefined)
    .flatMap((argument) => (argument.type === "SpreadElement" ? [] : basesOf(argument, script)));
  if (!narrowing) return inner;
  const keys = optionsOf([rest[0]], script);
  return inner.map((base) =>
    called === "PickType"
      ? { ...base, pick: base.pick ? base.pick.filter((key) => keys.includes(key)) : keys }
      : { ...base, omit: [...(base.omit ?? []), ...keys] },
  );
}
