import { allBlocks, type Block, type ResponseDocument } from "../../../app/document-model/document";
import { inOrder, isFootnote, noteEnds, noteNumbers } from "../../../app/document-model/notes";
import type { Numbered } from "./shapes";
import { hasText } from "./text";

/** The footnotes of a letter: their numbers, and the place of each number in the text. An empty one is none. [E12] [X8] */
export type Footnotes = {
  /** In the order of their numbers. */
  blocks: readonly Block[];
  has: (block: Block) => boolean;
  /** A paragraph's content with the numbers behind their words. Asked in reading order: the first place is the note's. */
  numbered: (block: Block) => Numbered[];
};

export function footnotesOf(document: Pick<ResponseDocument, "blocks">): Footnotes {
  const said = [...allBlocks(document)].filter((block) => !isFootnote(block) || hasText(block));
  const numbers = noteNumbers({ blocks: said });
  const byId = new Map(said.filter(isFootnote).map((block, index) => [block.id, { block, index }]));
  const order = new Map([...byId].map(([id, { index }]) => [id, index]));
  const blocks = [...numbers.keys()].flatMap((id) => byId.get(id)?.block ?? []);
  const seen = new Set<string>();
  const numberAt = (id: string): Numbered[] => {
    const note = numbers.get(id);
    if (note === undefined) return [];
    const again = seen.has(id) ? { again: true as const } : {};
    seen.add(id);
    return [{ note, ...again }];
  };
  const numbered = (block: Block): Numbered[] => {
    if (isFootnote(block) || numbers.size === 0) return block.content;
    const ends = inOrder(noteEnds(block), order);
    let at = 0;
    return block.content.flatMap((inline) => {
      at += "text" in inline ? inline.text.length : 1;
      const here = ends.filter((end) => end.at === at && "text" in inline);
      return [inline, ...here.flatMap(({ id }) => numberAt(id))];
    });
  };
  return { blocks, has: ({ id }) => numbers.has(id), numbered };
}
