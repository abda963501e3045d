import { elementsOf, type Attribute, type Element } from "./element.js";
import { HOLE, readHtml, type EmbeddedScript } from "./html.js";
import { macroElements } from "./macros.js";
import { templateTags, withoutTags } from "./template-tags.js";

export interface Template {
  readonly roots: readonly Element[];
  readonly scripts: readonly EmbeddedScript[];
  /** The file with its tags replaced by what a script may hold there. */
  readonly code: string;
}

/** Tags that plain pages may carry too; `{{` and `{#` may be code in a page's scripts. */
const IN_SCRIPTS = ["<%", "{%"];
/** `{#` is common in style sheets. */
const IN_PAGES = ["<%", "{%", "{{", "{{{"];

/**
 * Reads HTML with tags of a template language in it (EJS, Nunjucks, Handlebars, Liquid, Twig, and the bindings of pages that a framework takes
 * over in the browser). The tags are replaced, the rest read as HTML; macros and helpers that put an input are elements of their own.
 */
export async function readTemplate(text: string, pure: boolean): Promise<Template> {
  const tags = templateTags(text, pure ? undefined : IN_PAGES);
  const { roots, scripts } = await readHtml(withoutTags(text, tags, HOLE), text);
  const all: Element[] = [...roots, ...macroElements(tags, [...elementsOf({ roots })])];
  for (const element of elementsOf({ roots })) nameArguments(element);
  const inScripts = pure ? tags : templateTags(text, IN_SCRIPTS);
  return { roots: all, scripts, code: withoutTags(text, inScripts, "_") };
}

/** Ember writes the arguments of a component with `@`: `@name="email"`. */
function nameArguments(element: Element): void {
  if (!element.attributes.some(({ name }) => name.startsWith("@"))) return;
  const attributes = element.attributes.map((attribute) =>
    /^@[a-z]/i.test(attribute.name)
      ? { ...attribute, ...unwrapped(attribute.expression), name: argumentName(attribute) }
      : attribute,
  );
  Object.assign(element, { attributes });
}

/** Ember binds the value of an input both ways. */
function argumentName({ name, expression }: Attribute): string {
  const plain = name.slice(1);
  return expression !== undefined && /^(?:value|checked)$/.test(plain) ? `bind:${plain}` : plain;
}

/** `{{this.member.email}}`, `{{readonly this.email}}` */
function unwrapped(expression: string | undefined): { expression?: string } {
  const match = /^\{\{\s*(?:\(?(?:readonly|mut|or|get)\s+)?(?:this\.|@)?([\w.]+)\)?\s*\}\}$/.exec(expression ?? "");
  return match ? { expression: match[1]! } : {};
}
