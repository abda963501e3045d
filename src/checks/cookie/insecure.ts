import { groupBy, type CookieWrite } from "../../model/index.js";
import { defineCheck } from "../check.js";
import { practicesOf, textLists } from "../shared/practices.js";
import { holdsAny, wordsOf } from "../shared/words.js";

interface Parameters {
  /** Combinations of stems in the names of cookies that let someone in. */
  readonly sessions: readonly string[];
  /** Stems that make something else of them. */
  readonly otherwise: readonly string[];
}

/** A cookie that lets someone in, open to scripts, to the plain network or to other sites. What is worked out elsewhere counts as protected. */
export default defineCheck<Parameters>({
  id: "cookie/insecure",
  parameters: textLists("sessions", "otherwise"),
  *run(model, { sessions, otherwise }) {
    const lets = ({ role, name }: CookieWrite): boolean => {
      const words = wordsOf(name ?? "");
      return role === "session" || (holdsAny(words, sessions) && !holdsAny(words, otherwise));
    };
    const open = practicesOf(model, "cookie-write").filter((cookie) => lets(cookie) && missingOf(cookie).length > 0);
    for (const [subject, [first, ...others]] of groupBy(
      open,
      ({ name, place }) => `${place.file}: ${name ?? "session"}`,
    )) {
      const data = { cookie: first!.name ?? "session", missing: missingOf(first!) };
      yield { subject, place: first!.place, data, related: others.map(({ place }) => ({ place, role: "mention" })) };
    }
  },
});

function missingOf({ secure, httpOnly, sameSite }: CookieWrite): string[] {
  const open = (option: string): boolean => option === "off" || option === "unset";
  return [
    ...(open(secure) ? ["secure"] : []),
    ...(open(httpOnly) ? ["httpOnly"] : []),
    // None is written on purpose, for pages shown within others.
    ...(sameSite === "unset" ? ["sameSite"] : []),
  ];
}
