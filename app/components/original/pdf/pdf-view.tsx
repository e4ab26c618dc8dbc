import { useEffect } from "react";
import { original as words } from "~/words/original";
import type { PdfPaper } from "../paper/paper";
import type { Marked } from "../passage/use-passage";
import type { Jump } from "../shapes";
import { PdfPage } from "./pdf-page";
import { useScrolling } from "./use-scrolling";

type Props = { paper: PdfPaper; marked: Marked; zoom: number; jump: Jump | null; onPage: (page: number) => void };

/** The pages one below the other; only those near the view are there at all. */
export function PdfView({ paper, marked, zoom, jump, onPage }: Props) {
  const { frame, layout, view, learn, goTo, reveal } = useScrolling(paper, zoom);
  const boxes = marked.is === "found" ? marked.boxes : null;
  const isLaidOut = layout !== null;
  useEffect(() => onPage(view.page), [view.page, onPage]);
  useEffect(() => {
    if (jump) goTo({ page: jump.page, share: 0 });
  }, [jump, goTo]);
  useEffect(() => {
    // Hidden, it cannot be scrolled; shown again, it shows what has been chosen since.
    if (!isLaidOut) return;
    if (boxes) reveal(boxes);
    else if (marked.is === "missing" && marked.page) goTo({ page: marked.page, share: 0 });
  }, [boxes, marked, reveal, goTo, isLaidOut]);
  const numbers = layout ? Array.from({ length: view.last - view.first + 1 }, (_, index) => view.first + index) : [];
  return (
    <section
      className="original-pages"
      aria-label={words.pages}
      ref={frame} // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
      tabIndex={0}
    >
      {layout && (
        <div className="original-roll" style={{ width: layout.width, height: layout.height }}>
          {numbers.map((number) => (
            <PdfPage
              key={number}
              number={number}
              paper={paper}
              top={layout.top(number)}
              {...layout.size(number)}
              isLookedAt={number === view.page}
              boxes={boxes?.get(number)}
              learn={learn}
            />
          ))}
        </div>
      )}
    </section>
  );
}
