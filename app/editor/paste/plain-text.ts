import { ordinary, trimmed } from "../../document-model/incoming/content";
import { settleNumbers } from "../../document-model/incoming/numbers";
import type { IncomingBlock } from "../../document-model/incoming/shapes";

/**
 * Text without any form. Blank lines part paragraphs; where there are none, each line is one. Lines that begin as a list's
 * do make a list, and a sentence that a program broke over lines is put together again; unless all is to stay as it is. [E23]
 */
export function readText(text: string, isAsItIs: boolean): IncomingBlock[] {
  const lines = text.split(/\r\n?|[\n\u2028\u2029]/).map((line) => line.trimEnd());
  while (lines.at(-1) === "") lines.pop();
  const hasGaps = lines.some((line, index) => line === "" && index > 0);
  const blocks: IncomingBlock[] = [];
  let above = "";
  for (const line of lines) {
    const item = isAsItIs ? null : itemOf(line);
    const last = above === "" || item ? undefined : blocks.at(-1);
    if (item) blocks.push(item);
    else if (line !== "" && last && !isAsItIs && isBrokenBetween(above, line)) addTo(last, ` ${line.trimStart()}`);
    else if (line !== "" && last && hasGaps) last.content.push({ break: true }, { text: ordinary(line).trimStart() });
    else if (line !== "")
      blocks.push({ type: "block", kind: "paragraph", level: 0, content: [{ text: ordinary(line) }] });
    above = line;
  }
  const kept = blocks
    .map((block) => ({ ...block, content: trimmed(block.content) }))
    .filter(({ content }) => content.length > 0);
  settleNumbers(kept);
  return kept;
}

function addTo(block: IncomingBlock, words: string): void {
  const last = block.content.at(-1);
  if (last && "text" in last) last.text += ordinary(words);
}

const BULLET = /^(\s*)(?:[-*+•·▪◦●○–—\uf0b7\uf0a7]|o(?=\t))[ \t]+(?=\S)/;
const NUMBER = /^(\s*)(\(?(?:\d{1,3}|[a-z]|[ivx]{2,5})[.)])[ \t]+(?=\S)/;
/** "1. maj 2026" is a day. */
const MONTH = /^(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kvartal)\b/i;

function itemOf(line: string): IncomingBlock | null {
  const bullet = BULLET.exec(line);
  const number = bullet ? null : NUMBER.exec(line);
  const found = bullet ?? number;
  if (!found) return null;
  const words = line.slice(found[0].length);
  const sign = number?.[2];
  if (sign !== undefined && MONTH.test(words)) return null;
  const level = depthOf(found[1] ?? "");
  const base = { type: "block", level, content: [{ text: ordinary(words) }] } as const;
  return sign === undefined
    ? { ...base, kind: "bullet", content: [...base.content] }
    : { ...base, kind: "ordered", content: [...base.content], number: { sign } };
}

/** A tab a level, or three spaces. */
function depthOf(indent: string): number {
  const tabs = indent.split("\t").length - 1;
  return Math.min(3, tabs + Math.floor((indent.length - tabs) / 3));
}

/** As long as lines are that a program breaks. */
const BROKEN = 45;

/** The line above stops in mid-sentence, where its room ended. */
function isBrokenBetween(above: string, line: string): boolean {
  return above.length >= BROKEN && /[\p{L}\d,)%–-]$/u.test(above) && /^\s*\p{Ll}/u.test(line);
}
