import { BlockText } from "~/components/reading-text";
import type { Block, Inline } from "~/document-model/document";
import { noteEnds } from "~/document-model/notes";
import type { Hand } from "../../../server/history/shapes";
import { useHandName } from "./margin";
import { useWho } from "./who";

type Props = { block: Block; hands: readonly Hand[]; numbers: ReadonlyMap<string, number> };

/** The strokes by which people are told apart where colours are not. */
const STROKES = 4;

/** The words of a paragraph; where several have written in it, each one's words have their stroke, and are named. */
export function HandText({ block, hands, numbers }: Props) {
  const who = useWho();
  const nameOf = useHandName();
  const writers = [...new Set(hands.map(({ by }) => by))];
  if (writers.length < 2) return <BlockText block={block} numbers={numbers} />;
  const ends = noteEnds(block);
  return cutByHands(block.content, hands).map(({ hand, content, from }, index) => {
    // A number stands where the words end that it belongs to, whoever wrote the last of them.
    const to = from + lengthOf(content);
    const here = ends.flatMap(({ id, at }) => (from < at && at <= to ? [{ id, at: at - from }] : []));
    const place = hands.slice(0, index + 1).reduce((sum, { length }) => sum + length, 0);
    const stroke = writers.indexOf(hand.by) % STROKES;
    return (
      <span
        key={place}
        className="hand"
        data-stroke={stroke}
        title={nameOf(hand)}
        style={{ textDecorationColor: who(hand.by)?.color }}
      >
        <span className="visually-hidden">{nameOf(hand)}: </span>
        <BlockText block={{ ...block, content }} numbers={numbers} ends={here} />
      </span>
    );
  });
}

type Part = { hand: Hand; content: Inline[]; from: number };

/** Each with where in the block it begins. */
function cutByHands(content: readonly Inline[], hands: readonly Hand[]): Part[] {
  let from = 0;
  return partsByHands(content, hands).map((part) => {
    const begins = from;
    from += lengthOf(part.content);
    return { ...part, from: begins };
  });
}

function lengthOf(content: readonly Inline[]): number {
  return content.reduce((sum, inline) => sum + ("text" in inline ? inline.text.length : 1), 0);
}

/** Line breaks go with the words before them. */
function partsByHands(content: readonly Inline[], hands: readonly Hand[]): Omit<Part, "from">[] {
  const parts = hands.map((hand) => ({ hand, content: [] as Inline[], left: hand.length }));
  let at = 0;
  for (const inline of content) {
    if ("break" in inline) {
      parts[Math.max(0, Math.min(at, parts.length - 1))]?.content.push(inline);
      continue;
    }
    for (let { text } = inline; text !== ""; ) {
      while ((parts[at]?.left ?? 1) === 0) at += 1;
      const part = parts[at] ?? parts.at(-1);
      if (!part) break;
      const length = parts[at] ? Math.min(part.left, text.length) : text.length;
      part.content.push({ ...inline, text: text.slice(0, length) });
      part.left -= length;
      text = text.slice(length);
    }
  }
  return parts;
}
