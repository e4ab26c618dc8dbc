import type { Found } from "./shapes";

const BODY =
  /\b(region|kommune|ministeriet|styrelsen|kkr|sekretariat(et)?|forvaltning(en)?|samarbejdsudvalg(et)?|rådet|råd|direktion(en)?)\b|(ministeriet|styrelsen|forvaltningen|sekretariatet)\b/iu;
const GREETING = /^\s*(med\s+)?(venlig|kærlig|bedste|de bedste|mange)\s+hilsen(er)?\b[,.]?\s*/iu;
const FROM = /^\s*(fra|afsender)\s*:\s*(.+)$/iu;
const MOST_LINES_OF_A_SIGNATURE = 8;
const MOST_LINES_OF_A_HEAD = 12;

/** Who has sent it: what the mail says, else the body that is named under the greeting, else in the head. */
export function senderIn(lines: readonly string[]): Found<string> | null {
  for (const says of lines.slice(0, MOST_LINES_OF_A_HEAD)) {
    const named = FROM.exec(says)?.[2];
    if (named) return { value: withoutAddress(named), says };
  }
  const greeting = lines.findLastIndex((line) => GREETING.test(line));
  const signature = greeting < 0 ? [] : lines.slice(greeting + 1, greeting + 1 + MOST_LINES_OF_A_SIGNATURE);
  const says = signature.find(isBody) ?? lines.slice(0, MOST_LINES_OF_A_HEAD).find(isBody);
  return says ? { value: says.trim().replace(/[,;]$/, ""), says } : null;
}

/** A body's name stands by itself: a sentence that names one is none. */
function isBody(line: string): boolean {
  const text = line.trim();
  return (
    text.length <= 80 &&
    (BODY.test(text) || /\bKL\b/u.test(text)) &&
    !/[.!?:]$/u.test(text) &&
    !TO.test(line) &&
    !/^\s*(emne|vedr)/iu.test(line)
  );
}

function withoutAddress(text: string): string {
  return text
    .replace(/\s*[<[(][^>\])]*@[^>\])]*[>\])]\s*$/u, "")
    .replace(/^["']|["']$/gu, "")
    .trim();
}

const TO = /^\s*(til|cc|kopi til)\s*:\s*(.*)$/iu;
const LIST =
  /^\s*(høringsliste|høringsparter|liste over høringsparter|høringen er sendt til|modtagere|sendt til)\s*:?\s*$/iu;
const BULLET = /^\s*(?:[•▪◦‣·*–-]|\d{1,2}[.)])\s*/u;
const MOST_RECIPIENTS = 100;
const LONGEST_NAME = 80;

/** Everybody the letter says it goes to: in its head, or in a list under a heading that says so. */
export function recipientsIn(lines: readonly string[]): string[] {
  const named: string[] = [];
  lines.forEach((line, index) => {
    const inHead = TO.exec(line)?.[2];
    if (inHead !== undefined) named.push(...inHead.split(/[;,]/u).map(withoutAddress));
    if (LIST.test(line)) named.push(...listAfter(lines.slice(index + 1, index + 1 + MOST_RECIPIENTS)));
  });
  const names = named.map((name) => name.trim()).filter((name) => name !== "" && name.length <= LONGEST_NAME);
  return [...new Set(names)].slice(0, MOST_RECIPIENTS);
}

/** Until a line that is a sentence, or another heading. */
function listAfter(lines: readonly string[]): string[] {
  const end = lines.findIndex((line) => /[.:?!]$/u.test(line.trim()) || line.trim().length > LONGEST_NAME);
  return lines.slice(0, end < 0 ? undefined : end).flatMap((line) => line.replace(BULLET, "").split(/[;,]/u));
}

const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u;
const SENDING = /\b(sendes|fremsendes|indsendes|sende|mailes|modtages|høringssvar|bemærkninger)\b/iu;

/** Where answers are to go: the address of a sentence about sending them. */
export function answerToIn(sentences: readonly string[]): Found<string> | null {
  for (const says of sentences) {
    const address = SENDING.test(says) ? ADDRESS.exec(says)?.[0] : undefined;
    if (address) return { value: address.replace(/\.$/, ""), says };
  }
  return null;
}
