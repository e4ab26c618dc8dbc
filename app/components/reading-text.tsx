import type { Block, Inline } from "~/document-model/document";
import { isFootnote, type NoteEnd, noteEnds } from "~/document-model/notes";
import { reading as words } from "~/words/reading";

type Props = {
  block: Block;
  /** Footnote id → its number. */
  numbers?: ReadonlyMap<string, number>;
  /** Where the words of footnotes end, when this is only some of the block. */
  ends?: readonly NoteEnd[];
};

/** The words of one block with their bold, italic and links, and the numbers of their footnotes. */
export function BlockText({ block, numbers, ends: given }: Props) {
  const ends = numbers && numbers.size > 0 && !isFootnote(block) ? (given ?? noteEnds(block)) : [];
  let at = 0;
  return block.content.map((inline) => {
    const key = at;
    at += "text" in inline ? inline.text.length : 1;
    const here = "text" in inline ? ends.filter((end) => end.at === at) : [];
    return (
      <span key={key}>
        <InlineText inline={inline} />
        <NoteNumbers
          numbers={here.flatMap(({ id }) => (numbers?.has(id) ? [{ id, number: numbers.get(id) ?? 0 }] : []))}
        />
      </span>
    );
  });
}

function InlineText({ inline }: { inline: Inline }) {
  if ("break" in inline) return <br />;
  let text = <>{inline.text}</>;
  if (inline.bold) text = <strong>{text}</strong>;
  if (inline.italic) text = <em>{text}</em>;
  return inline.href ? <a href={inline.href}>{text}</a> : text;
}

function NoteNumbers({ numbers }: { numbers: readonly { id: string; number: number }[] }) {
  const inOrder = [...numbers].sort((one, other) => one.number - other.number);
  return inOrder.map(({ id, number }, index) => (
    <sup key={id} className="reading-note-number">
      {index > 0 && ", "}
      <a href={`#b-${id}`} role="doc-noteref" aria-label={words.note(number)}>
        {number}
      </a>
    </sup>
  ));
}
