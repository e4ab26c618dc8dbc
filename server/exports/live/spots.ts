import { CommentRangeEnd, CommentRangeStart, CommentReference, type ParagraphChild, TextRun } from "docx";

/** A place in the text where the words of comments begin or end; `comments`: their numbers. */
export type Spot = {
  blockId: string;
  letter: number;
  is: "start" | "end";
  isEmpty: boolean;
  comments: readonly number[];
};

/** Hands out, as the text is written, what of comments stands before a letter of it; each once. */
export class Spots {
  readonly #left = new Map<string, Spot[]>();

  constructor(spots: readonly Spot[]) {
    for (const spot of spots) this.#left.set(spot.blockId, [...(this.#left.get(spot.blockId) ?? []), spot]);
    for (const own of this.#left.values())
      own.sort((one, other) => one.letter - other.letter || rank(one) - rank(other));
  }

  before(blockId: string | null, letter: number): ParagraphChild[] {
    const own = blockId === null ? undefined : this.#left.get(blockId);
    const written: ParagraphChild[] = [];
    while (own?.[0] && own[0].letter <= letter) written.push(...childrenOf(own.shift()));
    return written;
  }

  /** At the end of a paragraph whatever is left of it. */
  rest(blockId: string | null): ParagraphChild[] {
    return this.before(blockId, Number.POSITIVE_INFINITY);
  }
}

/** What ends goes before what begins, but for what begins and ends at once. */
function rank({ is, isEmpty }: Spot): number {
  if (is === "start") return 1;
  return isEmpty ? 2 : 0;
}

function childrenOf(spot: Spot | undefined): ParagraphChild[] {
  if (!spot) return [];
  if (spot.is === "start") return spot.comments.map((id) => new CommentRangeStart(id));
  return spot.comments.flatMap((id) => [
    new CommentRangeEnd(id),
    new TextRun({ style: "CommentReference", children: [new CommentReference(id)] }),
  ]);
}
