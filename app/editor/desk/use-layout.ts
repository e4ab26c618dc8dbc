import { type CSSProperties, useCallback, useMemo, useRef, useState } from "react";
import { useMatches } from "../../components/use-matches";
import { useSide } from "../side/use-side";
import { useLiking } from "./remembered";

/** Wide enough for the outline, the text and the source beside one another. */
const WIDE = "(min-width: 80.01rem)";

export type Layout = ReturnType<typeof useLayout>;

/** What of the desk is open, and how large the text is: known before what stands there, so that nothing jumps. */
export function useLayout(person: string) {
  const root = useRef<HTMLDivElement>(null);
  const side = useSide();
  const [liking, like] = useLiking(person);
  const outline = useOutlinePane(
    liking.hasOutline,
    useCallback((hasOutline: boolean) => like({ hasOutline }), [like]),
  );
  const isBeside = outline.isOpen && !outline.isOver;
  const look = useMemo(
    () => ({
      "data-pane": side.isOpen ? "open" : "closed",
      "data-outline": isBeside ? "beside" : undefined,
      style: zoomed(liking.zoom),
    }),
    [side.isOpen, isBeside, liking.zoom],
  );
  return { root, side, liking, like, outline, look };
}

/** Beside the text it is remembered; over it, it comes for a moment. */
function useOutlinePane(isLiked: boolean, like: (isLiked: boolean) => void) {
  const isWide = useMatches(WIDE);
  const [isOver, setOver] = useState(false);
  const isOpen = isWide ? isLiked : isOver;
  const toggle = useCallback(() => (isWide ? like(!isOpen) : setOver(!isOpen)), [isWide, isOpen, like]);
  return { isOpen, isOver: !isWide, toggle };
}

/** For text.css: how large the text is shown. */
function zoomed(percent: number): CSSProperties {
  const style: CSSProperties & Record<"--zoom", string> = { "--zoom": String(percent / 100) };
  return style;
}
