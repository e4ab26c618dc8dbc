import { type Dated, daysIn } from "./days";
import type { Found, When } from "./shapes";

/** What a sentence about the deadline says, and how much that weighs. */
const SIGNS: readonly (readonly [RegExp, number])[] = [
  [/\b(hørings|svar|afleverings)?frist(en|er)?\b/iu, 4],
  [/\bsenest\b/iu, 4],
  [/\b(inden|før|indtil|frem til)\b/iu, 2],
  [/\b(hørings)?(svar|bemærkninger|kommentarer|input|tilbagemeldinger?)\b/iu, 2],
  [/\b(sendes|fremsendes|indsendes|modtages|være os i hænde|modtage)\b/iu, 1],
  [/\bhøringsperiode(n)?\b/iu, 4],
  [/\bi høring\b/iu, 2],
];
/** Days that letters name for other things. */
const OTHERS = /\b(træder i kraft|ikrafttræde\w*|møde[tr]?|behandle[sr]?|vedtage[st]\w*|dateret|brev af|mail af)\b/iu;
const ENOUGH = 4;

/**
 * The day by which answers are wanted: of the sentences that name one, the one that says most plainly that it is a deadline;
 * of equals the first. Of a period it is the last day.
 */
export function deadlineIn(sentences: readonly string[], today: string): Found<When> | null {
  let best: { weight: number; found: Found<When> } | null = null;
  for (const says of sentences) {
    const dated = daysIn(says, today);
    const weight = weightOf(says);
    if (dated.length === 0 || weight < ENOUGH || (best && best.weight >= weight)) continue;
    const { day, time } = chosen(says, dated);
    best = { weight, found: { value: { day, time }, says } };
  }
  return best?.found ?? null;
}

function weightOf(says: string): number {
  const weight = SIGNS.reduce((sum, [sign, each]) => sum + (sign.test(says) ? each : 0), 0);
  return OTHERS.test(says) ? weight - 3 : weight;
}

/** The first day after the first "senest", "inden" or "frist"; where a period is named, its end. */
function chosen(says: string, dated: readonly Dated[]): Dated {
  const from = /\b(?:\w*frist(?:en)?|senest|inden)\b/iu.exec(says)?.index ?? 0;
  const after = dated.filter((one) => one.from >= from);
  const among = after.length > 0 ? after : dated;
  const [first = dated[0], second] = among;
  if (!first) throw new Error("Expected a sentence with a day in it.");
  const isPeriod =
    second && /^\s*(til( og med)?|[–-]|frem til)\s*(d\.|den)?\s*$/iu.test(says.slice(first.to, second.from));
  return isPeriod ? second : first;
}
