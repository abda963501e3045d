import { defineCheck } from "../check.js";
import { practicesOf, textLists } from "../shared/practices.js";

interface Parameters {
  /** Scopes that signing in takes: who it is, and an address to write to. */
  readonly basic: readonly string[];
}

/** Another system is asked for more of a person than the map allows: `scopes` of its fields, and what signing in takes. */
export default defineCheck<Parameters>({
  id: "mapping/wide-scope",
  parameters: textLists("basic"),
  *run(model, { basic }) {
    const allowed = new Set([...basic, ...model.map.fields.flatMap(({ scopes }) => scopes)].map(bare));
    for (const { scopes, provider, place } of practicesOf(model, "scopes")) {
      const wide = scopes.filter((scope) => !allowed.has(bare(scope)));
      if (wide.length === 0) continue;
      yield { subject: `${place.file}: ${wide.join(" ")}`, place, data: { scopes: wide, provider: provider ?? "?" } };
    }
  },
});

/** `https://www.googleapis.com/auth/userinfo.email` and `userinfo.email` are one scope. */
function bare(scope: string): string {
  return scope.toLowerCase().replace(/\/$/, "").split("/").at(-1)!;
}
