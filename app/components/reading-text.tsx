import type { Block, Inline } from "~/document-model/document";

/** The words of one block with their bold, italic and links. */
export function BlockText({ block }: { block: Block }) {
  let at = 0;
  return block.content.map((inline) => {
    const key = at;
    at += "text" in inline ? inline.text.length : 1;
    return <InlineText key={key} inline={inline} />;
  });
}

function InlineText({ inline }: { inline: Inline }) {
  if ("break" in inline) return <br />;
  let text = <>{inline.text}</>;
  if (inline.bold) text = <strong>{text}</strong>;
  if (inline.italic) text = <em>{text}</em>;
  return inline.href ? <a href={inline.href}>{text}</a> : text;
}
