/** Left out unless a path or `audit.include` asks for it: what others wrote, what tools made. Patterns are relative to the folder audited. */
export const NOT_OURS: readonly string[] = [
  "**/node_modules/**",
  "**/bower_components/**",
  "**/jspm_packages/**",
  "**/.git/**",
  "**/.{next,nuxt,output,svelte-kit,turbo,nx,vercel,netlify,cache,parcel-cache,yarn,pnpm-store,angular,astro,docusaurus,opis-cache}/**",
  "**/{dist,build,out,coverage,storybook-static,vendor,third_party}/**",
  "**/*.min.{js,mjs,cjs,css}",
  "**/*.{bundle,chunk}.js",
  "**/package-lock.json",
];

/** Tests, fixtures and stories: they hold invented people. In scope only when asked for. */
export const TESTS: readonly string[] = [
  "**/{test,tests,__tests__,__mocks__,__fixtures__,__snapshots__,spec,specs,e2e,cypress,playwright,fixtures,mocks,testdata,test-data,stories}/**",
  "**/*.{test,tests,spec,specs,e2e,e2e-spec,cy,stories,story,mock,mocks,fixture}.*",
];
