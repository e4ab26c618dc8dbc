import type { CoverageState } from "../../server/links/shapes";

/** The states of a cell, each in a shape of its own, so that colour is never alone in telling them apart. */
export function StateMark({ state }: { state: CoverageState }) {
  return (
    <svg className="state-mark" data-state={state} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[state]}
    </svg>
  );
}

const ring = <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" />;
const tick = {
  fill: "none",
  stroke: "var(--surface)",
  strokeWidth: 1.8,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

const SHAPES: Record<CoverageState, JSX.Element> = {
  "not-looked-at": (
    <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2.4 2.3" />
  ),
  "look-again": (
    <>
      <path
        d="M13.6 8.6A5.7 5.7 0 1 1 12 3.9"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
      <path d="M13.9 1.6v4.1H9.8z" fill="currentColor" />
    </>
  ),
  "in-work": (
    <>
      {ring}
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  answered: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="m5 8.3 2.1 2.1L11.2 6" {...tick} />
    </>
  ),
  "no-remarks": (
    <>
      {ring}
      <path d="M5.2 8h5.6" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />
    </>
  ),
  "not-relevant": (
    <>
      {ring}
      <path d="m4 12 8-8" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
};
