import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { PdfPaper, Size } from "../paper/paper";
import type { Box } from "../passage/boxes";
import { type Anchor, anchorAt, GAP, type Layout, layoutOf, lineOf, near } from "./layout";

type View = { first: number; last: number; page: number };

/** Which pages are near, and the way to another. What is under the eye stays there when pages turn out larger, or are zoomed. */
export function useScrolling(paper: PdfPaper, zoom: number) {
  const frame = useRef<HTMLElement>(null);
  const width = useWidth(frame);
  const [known, setKnown] = useState<ReadonlyMap<number, Size>>(new Map());
  const layout = useMemo(
    () => (width > 0 ? layoutOf(paper.pages, paper.first, known, Math.floor((width - 2 * GAP) * zoom)) : null),
    [paper, known, width, zoom],
  );
  const { view, look, keep } = useView(frame, layout);
  const learn = useCallback(
    (page: number, size: Size) =>
      setKnown((before) => (isLike(before.get(page) ?? paper.first, size) ? before : new Map(before).set(page, size))),
    [paper],
  );
  const latest = useRef(layout);
  latest.current = layout;
  const goTo = useCallback(
    (anchor: Anchor) => {
      keep(anchor);
      if (frame.current && latest.current) frame.current.scrollTop = lineOf(latest.current, anchor) - GAP;
      look();
    },
    [keep, look],
  );
  const reveal = useCallback(
    (boxes: ReadonlyMap<number, Box[]>) => {
      const target = frame.current && latest.current && revealing(frame.current, latest.current, boxes);
      if (target) goTo(target);
    },
    [goTo],
  );
  return { frame, layout, view, learn, goTo, reveal };
}

/** Where the view must begin for the marks to be read; null when they can be already. */
function revealing(frame: HTMLElement, layout: Layout, boxes: ReadonlyMap<number, Box[]>): Anchor | null {
  const marks = [...boxes].flatMap(([page, those]) => those.map((box) => ({ page, ...box })));
  const [first] = marks;
  const last = marks.at(-1);
  if (!first || !last) return null;
  const top = lineOf(layout, { page: first.page, share: first.top });
  const bottom = lineOf(layout, { page: last.page, share: last.bottom });
  const { scrollTop, clientHeight, clientWidth } = frame;
  // Sideways too, when the page is wider than the view.
  const left = Math.min(...marks.map((mark) => mark.left)) * layout.width;
  if (layout.width > clientWidth) frame.scrollLeft = Math.max(0, left - GAP);
  const isInView =
    top >= scrollTop + EDGE && Math.min(bottom, top + clientHeight / 2) <= scrollTop + clientHeight - EDGE;
  if (isInView) return null;
  return anchorAt(layout, Math.max(0, top - clientHeight * (bottom - top > clientHeight / 2 ? 0.08 : 0.25)) + GAP);
}

/** Nearer the view's edge than this a line is not read with ease. */
const EDGE = 24;

function isLike(one: Size, other: Size): boolean {
  return Math.abs(one.width - other.width) < 1 && Math.abs(one.height - other.height) < 1;
}

function useView(frame: React.RefObject<HTMLElement | null>, layout: Layout | null) {
  const [view, setView] = useState<View>({ first: 1, last: 1, page: 1 });
  const anchor = useRef<Anchor>({ page: 1, share: 0 });
  const latest = useRef(layout);
  latest.current = layout;
  const look = useCallback(() => {
    if (!frame.current || !latest.current) return;
    const { scrollTop, clientHeight } = frame.current;
    const { first, last } = near(latest.current, scrollTop, clientHeight);
    const page = latest.current.at(scrollTop + clientHeight / 3);
    setView((old) => (old.first === first && old.last === last && old.page === page ? old : { first, last, page }));
  }, [frame]);
  const keep = useCallback((next: Anchor) => {
    anchor.current = next;
  }, []);
  useLayoutEffect(() => {
    if (!frame.current || !layout) return;
    frame.current.scrollTop = lineOf(layout, anchor.current) - GAP;
    look();
  }, [frame, layout, look]);
  useEffect(() => {
    const { current } = frame;
    const onScroll = () => {
      if (current && latest.current) anchor.current = anchorAt(latest.current, current.scrollTop + GAP);
      look();
    };
    current?.addEventListener("scroll", onScroll, { passive: true });
    return () => current?.removeEventListener("scroll", onScroll);
  }, [frame, look]);
  return { view, look, keep };
}

/** The width for pages; 0 while the pane is hidden, so that nothing is drawn for nobody. */
function useWidth(frame: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = frame;
    if (!current) return;
    const watch = new ResizeObserver(() => setWidth(current.clientWidth));
    watch.observe(current);
    return () => watch.disconnect();
  }, [frame]);
  return width;
}
