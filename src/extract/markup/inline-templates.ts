import type { TSESTree } from "@typescript-eslint/typescript-estree";
import type { Document } from "../document.js";
import { keyName, propertiesOf, type Script } from "../estree/index.js";
import type { ProblemFact } from "../../model/index.js";
import type { SourceText } from "../source-text.js";
import { problemsAt, readAngular } from "./angular.js";
import { markup } from "./element.js";

/** Text of a file that has such templates. */
export const INLINE_TEMPLATE = /@Component\s*\([^]*?\btemplate\s*:\s*[`'"]/;

/** Angular templates written in the decorator of their component: `@Component({ template: "…" })`. Only plain text is read. */
export async function inlineTemplates(
  script: Script,
  source: SourceText,
): Promise<{ documents: Document[]; problems: ProblemFact[] }> {
  const documents: Document[] = [];
  const problems: ProblemFact[] = [];
  for (const { text, offset, component } of templatesOf(script)) {
    const template = await readAngular(text, offset, component);
    documents.push({ syntax: markup, root: { flavour: "angular", roots: template.roots }, source });
    problems.push(...problemsAt(template.problems, (at) => source.position(at)));
  }
  return { documents, problems };
}

interface Inline {
  readonly text: string;
  readonly offset: number;
  readonly component: string | null;
}

function templatesOf({ ast, source }: Script): Inline[] {
  return ast.body.flatMap((statement): Inline[] => {
    const declared =
      statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration"
        ? statement.declaration
        : statement;
    if (declared?.type !== "ClassDeclaration") return [];
    return declared.decorators.flatMap(({ expression }): Inline[] => {
      if (expression.type !== "CallExpression" || expression.callee.type !== "Identifier") return [];
      if (expression.callee.name !== "Component") return [];
      const template = propertiesOf(expression.arguments[0]).members.find(({ node }) => keyName(node) === "template");
      const inline = template && written(template.value, source);
      return inline ? [{ ...inline, component: declared.id?.name ?? null }] : [];
    });
  });
}

/** The text between the quotes as it stands, so that offsets hold: escapes are rare in templates and harmless here. */
function written(node: TSESTree.Node, source: SourceText): { text: string; offset: number } | null {
  const plain =
    (node.type === "Literal" && typeof node.value === "string") ||
    (node.type === "TemplateLiteral" && node.expressions.length === 0);
  if (!plain) return null;
  const [start, end] = node.range;
  return { text: source.text.slice(start + 1, end - 1), offset: start + 1 };
}
