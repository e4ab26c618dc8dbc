import type { Line } from "../lines";
import type { Unreadable } from "../paper";
import { paperOf } from "../source";
import { deadlineIn } from "./deadline";
import { answerToIn, recipientsIn, senderIn } from "./parties";
import type { LetterProposal } from "./shapes";
import { titleIn } from "./title";

/**
 * Reads the letter (or mail) a hearing came with, for what it says of the hearing. `today` is the Danish day a date without a
 * year is reckoned from. Never throws for what a file may hold; what it does not find it leaves to a person. [H30]
 */
export async function readLetter(
  bytes: Uint8Array,
  fileName: string,
  today: string,
): Promise<LetterProposal | { refused: Unreadable }> {
  const paper = await paperOf(bytes, fileName, () => {});
  return "refused" in paper ? paper : letterProposal(paper.lines, today);
}

/** A letter is short; in a long paper only its beginning and its end are asked. */
const HEAD = 400;
const TAIL = 100;

export function letterProposal(all: readonly Pick<Line, "text" | "gap">[], today: string): LetterProposal {
  const kept = all.length > HEAD + TAIL ? [...all.slice(0, HEAD), ...all.slice(-TAIL)] : all;
  const lines = kept.map(({ text }) => text);
  const sentences = sentencesOf(kept);
  return {
    title: titleIn(lines),
    sender: senderIn(lines),
    deadline: deadlineIn(sentences, today),
    answerTo: answerToIn(sentences),
    recipients: recipientsIn(lines),
  };
}

const LONGEST_SENTENCE = 600;

/**
 * A letter's lines end where the paper does: they are put together until a gap, and cut where a sentence ends. "kl. 12." and
 * "d. 3. marts" end none: only what a capital letter follows does.
 */
function sentencesOf(lines: readonly Pick<Line, "text" | "gap">[]): string[] {
  const passages: string[] = [];
  for (const { text, gap } of lines) {
    const last = passages.at(-1);
    if (last === undefined || gap > 0 || last.length > 4 * LONGEST_SENTENCE) passages.push(text.trim());
    else passages[passages.length - 1] = `${last} ${text.trim()}`;
  }
  return passages.flatMap((passage) =>
    passage.split(/(?<=\p{L}{3,}[.!?]|\d{4}\.)\s+(?=\p{Lu})/u).map((each) => each.slice(0, LONGEST_SENTENCE)),
  );
}
