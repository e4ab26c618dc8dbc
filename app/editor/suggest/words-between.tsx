import type { Block } from "../../document-model/document";
import { piecesOf } from "../../document-model/suggestions/pieces";
import type { ProposedBlock } from "../../document-model/suggestions/shapes";
import { compared } from "../../words/comparison";
import { kindName, suggestions as words } from "../../words/suggestions";
import "../../components/compared.css";

type Props = { base: readonly Block[]; proposed: readonly ProposedBlock[] };

/** The difference in words: what goes struck through, what comes underlined, and what a paragraph becomes. */
export function WordsBetween({ base, proposed }: Props) {
  const pieces = piecesOf({ base, proposed });
  return (
    <div className="suggestion-words compared">
      {base.length === 0 && proposed.some(({ note }) => note === undefined) && (
        <p className="suggestion-kind">{words.addition}</p>
      )}
      {proposed.length === 0 && <p className="suggestion-kind">{words.removal}</p>}
      {proposed.some(({ note }) => note !== undefined) && <p className="suggestion-kind">{words.newNote}</p>}
      {kindsBetween(base, proposed).map((kind) => (
        <p key={kind} className="suggestion-kind">
          {words.becomes(kind)}
        </p>
      ))}
      <p>
        {pieces.map(({ kind, text, from, isReformatted }) => (
          <Piece key={`${kind}${from}`} kind={kind} text={text} isReformatted={isReformatted === true} />
        ))}
        {pieces.length === 0 && <span className="soft">{words.emptyBlock}</span>}
      </p>
    </div>
  );
}

function Piece({
  kind,
  text,
  isReformatted,
}: {
  kind: "kept" | "removed" | "added";
  text: string;
  isReformatted: boolean;
}) {
  if (kind === "kept")
    return isReformatted ? (
      <span className="suggested-look" title={words.reformatted}>
        {text}
      </span>
    ) : (
      text
    );
  const Mark = kind === "removed" ? "del" : "ins";
  return (
    <Mark>
      <span className="compared-mark">{compared[kind]} </span>
      {text}
      <span className="visually-hidden"> {compared.end} </span>
    </Mark>
  );
}

function kindsBetween(base: readonly Block[], proposed: readonly ProposedBlock[]): string[] {
  const kinds = proposed.flatMap((block) => {
    const was = base.find(({ id }) => id === block.id);
    const isOther = was
      ? was.kind !== block.kind || was.level !== block.level
      : base.length === 0 && block.kind !== "paragraph";
    return isOther && block.note === undefined ? [kindName(block)] : [];
  });
  return [...new Set(kinds)];
}
