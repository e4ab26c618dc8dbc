import type { OpeningLine } from "../../../server/responses/shapes";

/**
 * The first of the text, to be read until the live text takes its place: where it will stand, but as it was a second or
 * two ago, and plain.
 */
export function Opening({ lines, canWrite }: { lines: readonly OpeningLine[]; canWrite: boolean }) {
  return (
    <div className="opening">
      <div className="opening-bar" data-reads={!canWrite || undefined} />
      <div className="opening-page">
        <div className="opening-text" lang="da">
          {lines.map((line) => (
            <Line key={line.blockId} {...line} />
          ))}
        </div>
      </div>
    </div>
  );
}

function Line({ kind, text }: OpeningLine) {
  if (kind === "heading") return <h2>{text}</h2>;
  return kind === "quote" ? <blockquote>{text}</blockquote> : <p data-kind={kind}>{text}</p>;
}
