import type { Word } from "./words.js";

/** What an operator does with data, and so may say that it does not. */
const DOING =
  /^(?:обрабат|обработ|собира|собер|запрашив|храни|хран|передае|переда|предоставля|раскрыва|использ|осуществл|производ|требу|получа|предназнач|размеща|распростран|осуществ|ведет|ведется|проверя|содерж|примен|отправл|рассыла|направля|показыва|устанавлива|продае|прода)/;
const DOING_EN =
  /^(?:collect|process|request|requir|ask|stor|keep|kept|shar|us|sell|sold|disclos|transfer|receiv|obtain|gather|intend|knowing|knowingly|show|display|send|place|set|run|direct|handl|solicit|transmit|provid|hold|allow|permit)/;
/** Words that may stand between "not" and the verb. */
const BETWEEN = 3;

/** Whether the words before an index say that something is not done. */
export function isNegated(words: readonly Word[], before: number): boolean {
  return words.some(({ text }, index) => {
    if (index >= before) return false;
    if (text === "не" || text === "ни") return follows(words, index, 2, DOING) && !isDoubt(words, index);
    if (text === "не" || text === "not" || text === "never" || text === "neither")
      return follows(words, index, BETWEEN, DOING_EN);
    // "don't" and "doesn't" fall into two words.
    if (text === "t" && /^(?:don|doesn|won|didn|isn|aren)$/.test(words[index - 1]?.text ?? "")) return true;
    return false;
  });
}

function follows(words: readonly Word[], index: number, within: number, verb: RegExp): boolean {
  return words.slice(index + 1, index + 1 + within).some(({ text }) => verb.test(text));
}

/** "не только", "не ограничиваясь", "не дольше": says nothing against it. */
function isDoubt(words: readonly Word[], index: number): boolean {
  return /^(?:только|ограничив|дольше|более|менее|позднее|ранее|чаще)/.test(words[index + 1]?.text ?? "");
}

const UNDONE =
  /^(?:осуществля|обрабатыва|собира|запрашива|производи|ведется|ведутся|использу|допуска|предусмотр|хран|collected|processed|used|carried|performed|requested|required|stored|shared|shown|sent|made|transferred|involved)/;
/** Words from what is said not to be done to "not". */
const AFTER = 5;

/** Whether what stands at a match is said, right after it, not to be done: "X is not collected". */
export function isUndone(words: readonly Word[], after: number): boolean {
  return words.slice(after + 1, after + 1 + AFTER).some(({ text }, offset) => {
    if (!/^(?:не|not|never)$/.test(text)) return false;
    return words.slice(after + 2 + offset, after + 4 + offset).some((one) => UNDONE.test(one.text));
  });
}
