/** So far a press may tremble and still be a click. */
const THRESHOLD = 6;
/** Near the upper and lower edge the page moves along. */
const EDGE = { top: 150, bottom: 70, speed: 14 };

type Journey = {
  move: (x: number, y: number) => void;
  /** `isDropped`: let go, not given up. */
  end: (isDropped: boolean) => void;
};

/**
 * From a press to its release, once it has moved: the browser's own dragging would take the caret from the text, and
 * begins on no button in Firefox. Escape gives up.
 */
export function followPointer(start: PointerEvent, { move, end }: Journey): void {
  const visit = new AbortController();
  const { signal } = visit;
  let isUnderWay = false;
  let at = { x: start.clientX, y: start.clientY };
  const stopScrolling = scrollAtEdges(
    () => (isUnderWay ? at.y : null),
    () => move(at.x, at.y),
  );
  const finish = (isDropped: boolean) => {
    visit.abort();
    stopScrolling();
    delete document.documentElement.dataset["dragging"];
    if (!isUnderWay) return;
    swallowClick();
    end(isDropped);
  };
  const moved = (event: PointerEvent) => {
    at = { x: event.clientX, y: event.clientY };
    isUnderWay ||= Math.hypot(at.x - start.clientX, at.y - start.clientY) > THRESHOLD;
    if (!isUnderWay) return;
    document.documentElement.dataset["dragging"] = "clause";
    move(at.x, at.y);
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isUnderWay) return;
    event.preventDefault();
    event.stopPropagation();
    finish(false);
  };
  window.addEventListener("pointermove", moved, { signal });
  window.addEventListener("pointerup", () => finish(true), { signal });
  window.addEventListener("pointercancel", () => finish(false), { signal });
  window.addEventListener("keydown", keyed, { signal, capture: true });
}

/** Released where it began, a drag would be a click there as well. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
}

function scrollAtEdges(heightOfPointer: () => number | null, scrolled: () => void): () => void {
  let frame = requestAnimationFrame(step);
  function step() {
    const y = heightOfPointer();
    const by = y === null ? 0 : y < EDGE.top ? -EDGE.speed : y > window.innerHeight - EDGE.bottom ? EDGE.speed : 0;
    if (by !== 0) {
      window.scrollBy({ top: by, behavior: "instant" });
      scrolled();
    }
    frame = requestAnimationFrame(step);
  }
  return () => cancelAnimationFrame(frame);
}
