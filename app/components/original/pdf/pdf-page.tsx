import { memo, useEffect, useRef, useState } from "react";
import { original as words } from "~/words/original";
import type { PdfPaper, Size } from "../paper/paper";
import type { Box } from "../passage/boxes";

type Props = {
  number: number;
  paper: PdfPaper;
  top: number;
  width: number;
  height: number;
  scale: number;
  isLookedAt: boolean;
  boxes: Box[] | undefined;
  /** Told how large the page is: nobody knows before it is read. */
  learn: (page: number, size: Size) => void;
};

/** Pages that are scrolled past in less than this are not drawn; those around wait for the one that is looked at. */
const LINGER_MS = 30;
const AROUND_MS = 150;

/** One page: its picture, its words, and over both what is marked. */
export const PdfPage = memo(function PdfPage({
  number,
  paper,
  top,
  width,
  height,
  scale,
  isLookedAt,
  boxes,
  learn,
}: Props) {
  const [state, setState] = useState<"drawing" | "drawn" | "broken">("drawing");
  const picture = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const linger = useRef(LINGER_MS);
  linger.current = isLookedAt ? LINGER_MS : AROUND_MS;
  useEffect(() => {
    const canvas = document.createElement("canvas");
    let drawn: ReturnType<PdfPaper["draw"]> | undefined;
    const wait = setTimeout(() => {
      const isFirst = text.current?.childElementCount === 0;
      drawn = paper.draw(number, { scale, canvas, words: isFirst ? text.current : null });
      drawn.done.then(
        (size) => {
          if (!drawn) return;
          swap(picture.current, canvas);
          learn(number, size);
          setState("drawn");
        },
        () => drawn && setState("broken"),
      );
    }, linger.current);
    return () => {
      clearTimeout(wait);
      drawn?.cancel();
      drawn = undefined;
    };
  }, [paper, number, scale, learn]);
  useEffect(() => {
    const { current } = picture;
    return () => swap(current, null);
  }, []);
  const style = { top, width, height, "--total-scale-factor": scale } as React.CSSProperties;
  return (
    <div className="original-page" style={style} data-state={state} data-page={number}>
      <div className="original-picture" ref={picture} aria-hidden="true" />
      <div className="original-words" ref={text} lang="da" />
      {boxes?.map((box) => (
        <Mark key={`${box.left} ${box.top}`} {...box} />
      ))}
      {state === "drawing" && <span className="visually-hidden">{words.drawing(number)}</span>}
      {state === "broken" && <p className="original-state">{words.notDrawn(number)}</p>}
    </div>
  );
});

/** A canvas keeps its memory until it is made small. */
function swap(frame: HTMLElement | null, next: HTMLCanvasElement | null): void {
  for (const old of frame?.querySelectorAll("canvas") ?? []) {
    old.width = 0;
    old.height = 0;
    old.remove();
  }
  if (next) frame?.append(next);
}

function Mark({ left, top, right, bottom }: Box) {
  const percent = (share: number) => `${share * 100}%`;
  const style = { left: percent(left), top: percent(top), width: percent(right - left), height: percent(bottom - top) };
  return <span className="original-mark" aria-hidden="true" style={style} />;
}
