import { memo, useEffect, useMemo, useRef } from "react";
import { original as words } from "~/words/original";
import type { TextPaper } from "../paper/paper";
import type { Marked } from "../passage/use-passage";
import { type Chunk, chunksOf, markedParts, type Stretch, stretchesOf } from "./stretches";

/** The text as it is in the file, with the clause marked in it. */
export function TextView({ paper, marked, zoom }: { paper: TextPaper; marked: Marked; zoom: number }) {
  const frame = useRef<HTMLElement>(null);
  const chunks = useMemo(() => chunksOf(paper.texts), [paper]);
  const stretches = useMemo(
    () => (marked.is === "found" ? stretchesOf(marked.passage.places, paper.texts) : []),
    [marked, paper],
  );
  useEffect(() => {
    if (stretches.length === 0) return;
    frame.current?.querySelector("mark")?.scrollIntoView({ block: "center" });
  }, [stretches]);
  return (
    <section
      className="original-text"
      aria-label={words.text}
      ref={frame}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
      tabIndex={0}
      style={{ fontSize: `${zoom}em` }}
    >
      {paper.says && <p className="original-says">{words[paper.says]}</p>}
      {chunks.map((chunk) => (
        <Part key={`${chunk.page}-${chunk.from}`} chunk={chunk} stretches={within(chunk, stretches)} />
      ))}
    </section>
  );
}

const NONE: readonly Stretch[] = [];

/** The same empty list each time, so that parts without a mark are not drawn again. */
function within({ page, from, text }: Chunk, stretches: readonly Stretch[]): readonly Stretch[] {
  const inside = stretches.filter((each) => each.page === page && each.from < from + text.length && each.to > from);
  return inside.length > 0 ? inside : NONE;
}

const Part = memo(function Part({ chunk, stretches }: { chunk: Chunk; stretches: readonly Stretch[] }) {
  return (
    <div className="original-part" data-opens-page={chunk.opensPage ? "" : undefined}>
      {markedParts(chunk, stretches).map(({ from, text, isMarked }) =>
        isMarked ? <mark key={from}>{text}</mark> : <span key={from}>{text}</span>,
      )}
    </div>
  );
});
