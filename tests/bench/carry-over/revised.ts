import type { ClauseId } from "../../../db/ids";
import type { Clause } from "../../../server/carry-over/shapes";
import { type Random, seeded } from "../../sync/random";

const WORDS =
  "kommunen borgeren regionen hospitalet praksis indsats forløb plejen samarbejdet aftalen udskrivning genoptræning rehabilitering sygepleje medicin pårørende koordinator kontakt henvisning journal sundhed støtte bolig netværk mål plan opfølgning kvalitet ansvar opgave skal kan bør sikrer følger deler melder tilbyder aftaler vurderer og eller samt når hvis inden efter ved med uden til fra på i om for den det en et alle hver ny fælles tidlig særlig relevant daglig".split(
    " ",
  );

/** An invented version of so many numbered clauses in sections of ten, as long as real ones, and its revision: a third reworded, some dropped, some new. */
export function revised(count: number, seed: number): { before: Clause[]; after: Clause[] } {
  const random = seeded(seed);
  const before = Array.from({ length: count }, (_, at) => clauseAt("old", at, sentence(random, 30 + random.below(60))));
  const texts = before.flatMap(({ text }) => {
    const fate = random.below(20);
    if (fate === 0) return [];
    if (fate === 1) return [text, sentence(random, 40)];
    return [fate < 8 ? reworded(random, text) : text];
  });
  return { before, after: texts.map((text, at) => clauseAt("new", at, text)) };
}

function clauseAt(side: string, at: number, text: string): Clause {
  const section = Math.floor(at / 10);
  const isSection = at % 10 === 0;
  return {
    id: `${side} ${at}` as ClauseId,
    parentId: isSection ? null : (`${side} ${section * 10}` as ClauseId),
    kind: isSection ? "section" : "clause",
    number: isSection ? `${section + 1}` : `${section + 1}.${at % 10}`,
    heading: isSection ? text.slice(0, 40) : "",
    text: isSection ? "" : text,
    position: at,
  };
}

function sentence(random: Random, words: number): string {
  return `${Array.from({ length: words }, () => random.oneOf(WORDS)).join(" ")}.`;
}

function reworded(random: Random, text: string): string {
  return text
    .split(" ")
    .flatMap((word) => (random.below(5) > 0 ? [word] : random.below(2) > 0 ? [random.oneOf(WORDS)] : []))
    .join(" ");
}
