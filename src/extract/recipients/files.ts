/** Kinds of files by name, as far as the search for recipients tells them apart. */
export function isScriptFile(file: string): boolean {
  return /\.[cm]?[jt]sx?$/i.test(file);
}

export function isMarkupFile(file: string): boolean {
  return /\.(?:x?html?|vue|svelte|astro|hbs|handlebars|mustache|ejs|eta|njk|nunjucks|liquid|twig|pug|jade|mdx)$/i.test(
    file,
  );
}

/** A manifest of npm packages. */
export function isManifest(file: string): boolean {
  return /(?:^|\/)package\.json$/.test(file);
}

/** Files in which frameworks name their modules by strings alone. */
export function namesModules(file: string): boolean {
  return /(?:^|\/)(?:(?:nuxt|gatsby|medusa|payload|docusaurus|vue|quasar|expo|app|vite|astro|svelte|next|remix|strapi|plugins|hardhat)[-.]?config\.[cm]?[jt]s|gatsby-config\.[cm]?[jt]s|medusa-config\.[cm]?[jt]s|config\/plugins\.[cm]?[jt]s)$/.test(
    file,
  );
}
