import tseslint from "typescript-eslint";

/** One rule that finds next to nothing: what is timed is the parser and the walk. */
export default [
  {
    files: ["**/*.{js,jsx,mjs,ts,tsx}"],
    languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
    linterOptions: { reportUnusedDisableDirectives: "off" },
    rules: { "no-debugger": "error" },
  },
];
